package io.accounts4j.examples.recipes;

import io.accounts4j.Accounts;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** A Mailer of your own, called by durable jobs: a temporary failure is retried, and no mail is lost. */
public final class OwnMailer implements Mailer {

    private final BlockingQueue<Mail> outbox = new LinkedBlockingQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    public void deliver(Mail mail) {
        if (attempts.incrementAndGet() == 1) {
            throw new MailException("the mail service is restarting", true, null);
        }
        outbox.add(mail);
    }

    /** Registers a user and prints the mail that arrives at the second attempt. */
    public static void main(String[] args) throws InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:own-mailer;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(database);
        JdbiStore store = JdbiStore.over(Jdbi.create(database));
        OwnMailer mailer = new OwnMailer();
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mailer)
                .publicUrl(URI.create("https://app.example.org"))
                .build();

        try (JobEngine engine = JobEngine.forAccounts(accounts, database)
                .backoff(attempt -> Duration.ofMillis(50))
                .start()) {
            NewUser ann = new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1"));
            System.out.println(accounts.registration()
                    .register(ann)
                    .<String>fold(user -> "registered " + user.name(), problems -> "refused " + problems));
            engine.wake();
            Mail mail = mailer.outbox.take();
            System.out.println("attempt " + mailer.attempts + " brought " + mail.subject());
        }
    }
}
