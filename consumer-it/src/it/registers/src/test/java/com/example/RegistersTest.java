package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.accounts4j.Accounts;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A host on a database of its own, written from the first lines of the README. */
class RegistersTest {

    private final BlockingQueue<Mail> sent = new LinkedBlockingQueue<>();

    @Test
    void registers() throws InterruptedException {
        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:host", "sa", "");
        Mailer mailer = sent::add;

        // README begins
        AccountsSchema.migrate(dataSource);                       // a javax.sql.DataSource of yours
        JdbiStore store = JdbiStore.over(Jdbi.create(dataSource));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mailer)                                   // SmtpMailer, or a lambda that takes a Mail
                .publicUrl(URI.create("https://app.example.org"))
                .build();
        JobEngine engine = JobEngine.forAccounts(accounts, dataSource)
                .start();                                         // delivers the mail; close it when the host stops

        NewUser ann = new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1"));
        String answer = accounts.registration().register(ann)
                .fold(user -> "welcome " + user.name(), problems -> "please correct " + problems);
        // README ends

        try (engine) {
            assertEquals("welcome Ann", answer);
            assertEquals(List.of(), AccountsSchema.pending(dataSource));
            assertTrue(accounts.users().findByEmail("ANN@example.org").isPresent());
            engine.wake();
            Mail mail = sent.poll(60, TimeUnit.SECONDS);
            assertNotNull(mail, "the job that was queued with the user has run");
            assertEquals("ann@example.org", mail.to().address());
        }
    }
}
