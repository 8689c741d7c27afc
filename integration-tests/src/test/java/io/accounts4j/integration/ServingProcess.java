package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.testkit.Fixtures;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that registers users one after the other and mails them, saying so line by line, until it is killed. */
final class ServingProcess {

    private ServingProcess() {}

    /** With URL, user, password, what addresses begin with, and how many are to be registered. */
    public static void main(String[] arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(5);
        Mailer mailer = new Mailer() {
            @Override
            public void deliver(Mail mail) {
                say("mailed " + mail.to().address());
            }
        };
        House house = House.over(new HikariDataSource(config), mailer);
        // The process after this one waits for the lease.
        var unused = house.engine()
                .heartbeat(Duration.ofMillis(200), Duration.ofSeconds(3))
                .start();
        int users = Integer.parseInt(arguments[4]);
        for (int i = 0; i < users; i++) {
            String email = arguments[3] + i + "@example.com";
            if (house.accounts().registration().register(Fixtures.newUser(email)) instanceof Outcome.Done<?>) {
                say("registered " + email);
            }
        }
        say("registered all");
        new CountDownLatch(1).await();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
