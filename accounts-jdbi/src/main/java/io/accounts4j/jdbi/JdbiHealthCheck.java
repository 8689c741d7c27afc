package io.accounts4j.jdbi;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.health.TimedCheck;
import io.accounts4j.kernel.StoreException;
import java.time.Duration;

/** A check that the database answers and has the tables of accounts4j. */
final class JdbiHealthCheck implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Sql sql;
    private final String select;
    private final TimedCheck check;

    JdbiHealthCheck(Sql sql) {
        this.sql = sql;
        this.select = "select 1 from " + sql.table("accounts_users") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_tokens") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_sessions") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_events") + " where 1 = 0";
        Health late = Health.fail("the database did not answer within " + PATIENCE.toSeconds() + " s");
        this.check = new TimedCheck("accounts-database-health", PATIENCE, late, this::ask);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        return check.check();
    }

    private Health ask() {
        try {
            int unused = sql.list(select, parameters -> {}, Row::number).size();
            return Health.pass();
        } catch (StoreException e) {
            return Health.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Health.fail("the database could not be asked");
        }
    }
}
