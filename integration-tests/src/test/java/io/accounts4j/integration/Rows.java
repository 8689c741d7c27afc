package io.accounts4j.integration;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A look at the tables from outside. */
final class Rows {

    private final Jdbi jdbi;

    Rows(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * The number of rows of each kind.
     *
     * @param users rows of users
     * @param events rows about their registration
     * @param jobs rows of confirmation jobs
     */
    record Registered(long users, long events, long jobs) {

        static final Registered NOT = new Registered(0, 0, 0);
        static final Registered ONCE = new Registered(1, 1, 1);
    }

    /** All users, events about registrations and confirmation jobs, as they are at one moment. */
    Registered all() {
        return jdbi.withHandle(handle -> handle.createQuery("select (select count(*) from accounts_users),"
                        + " (select count(*) from accounts_events where type = 'user.registered'),"
                        + " (select count(*) from accounts_jobs where kind = 'accounts.confirmation')"
                        + " from (select 1 as one) t")
                .map((row, context) -> new Registered(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one());
    }

    List<String> emails() {
        return jdbi.withHandle(handle -> handle.createQuery("select email from accounts_users order by inserted_at")
                .mapTo(String.class)
                .list());
    }

    /** Those under which jobs are executing, each known by its job and its lease. */
    List<String> claims() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id, lease from accounts_jobs where state = 'executing'")
                        .map((row, context) -> row.getLong(1) + "/" + row.getLong(2))
                        .list());
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
