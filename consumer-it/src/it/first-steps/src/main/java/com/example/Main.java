package com.example;

import io.accounts4j.Accounts;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

public final class Main {

    public static void main(String[] arguments) throws InterruptedException {
        // Any pooled DataSource on PostgreSQL, MariaDB or H2. This database ends with the program.
        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:first-steps;DB_CLOSE_DELAY=-1", "sa", "");
        AccountsSchema.migrate(dataSource);

        // Prints each mail. SmtpMailer of accounts-mail-smtp delivers it.
        CountDownLatch mailed = new CountDownLatch(1);
        Mailer mailer = mail -> {
            System.out.println("To: " + mail.to().address() + "\n" + mail.text());
            mailed.countDown();
        };

        JdbiStore store = JdbiStore.over(Jdbi.create(dataSource));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mailer)
                .publicUrl(URI.create("https://app.example.org"))
                .build();

        // Runs the queued jobs, mail among them, in this process.
        try (JobEngine engine = JobEngine.forAccounts(accounts, dataSource).start()) {
            NewUser ann = new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1"));
            String answer = accounts.registration()
                    .register(ann)
                    .fold(user -> "welcome " + user.name(), problems -> "please correct " + problems);
            System.out.println(answer);
            engine.wake();
            mailed.await(1, TimeUnit.MINUTES);
        }
    }
}
