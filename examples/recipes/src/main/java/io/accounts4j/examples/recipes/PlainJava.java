package io.accounts4j.examples.recipes;

import io.accounts4j.Accounts;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.job.AfterCommitJobs;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.user.User;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** Accounts in a program without a framework, a web server or a job engine: register, read the mail, sign in. */
public final class PlainJava {

    private PlainJava() {}

    /** Prints each step. */
    public static void main(String[] args) throws InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:plain;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(database);
        JdbiStore store = JdbiStore.over(Jdbi.create(database));
        CountDownLatch mailed = new CountDownLatch(1);

        try (AfterCommitJobs jobs = new AfterCommitJobs(store.transactions())) {
            Accounts accounts = Accounts.builder()
                    .store(store)
                    .jobs(jobs)
                    .mailer(mail -> {
                        System.out.println("mail to " + mail.to().address() + ": " + mail.subject());
                        mailed.countDown();
                    })
                    .publicUrl(URI.create("https://app.example.org"))
                    .build();
            jobs.start(accounts.jobHandlers());

            Password password = Password.of("Correct horse 1");
            Outcome<User> registration =
                    accounts.registration().register(new NewUser("ann@example.org", "Ann", password));
            System.out.println(
                    registration.<String>fold(user -> "registered " + user.name(), problems -> "refused " + problems));
            mailed.await();

            SignIn signIn = accounts.signIn().withPassword(new Credentials("ann@example.org", password));
            System.out.println(signIn.<String>fold(
                    signedIn -> "signed in " + signedIn.signedIn().user().name(),
                    needed -> "second factor needed",
                    rejected -> "wrong e-mail or password"));
        }
    }
}
