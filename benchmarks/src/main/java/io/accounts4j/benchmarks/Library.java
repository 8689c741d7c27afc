package io.accounts4j.benchmarks;

import io.accounts4j.Accounts;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.testkit.RecordingMailer;
import java.net.URI;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Accounts over a database, wired as in production. */
final class Library {

    private Library() {}

    static Accounts over(DataSource dataSource) {
        JdbiStore store = JdbiStore.over(Jdbi.create(dataSource));
        return Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(new RecordingMailer())
                .publicUrl(URI.create("https://app.example.org"))
                .build();
    }
}
