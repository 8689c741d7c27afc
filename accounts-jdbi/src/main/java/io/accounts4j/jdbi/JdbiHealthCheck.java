package io.accounts4j.jdbi;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.kernel.StoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers and has our tables. It is asked on a thread of its own, because neither a pool's wait nor
 * a socket's can be cut short from outside; whoever asks meanwhile waits for the same answer, so that an outage does not
 * pile up threads.
 */
final class JdbiHealthCheck implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Sql sql;
    private final String select;
    private final ThreadPoolExecutor asking;
    private @Nullable Future<Health> asked;

    JdbiHealthCheck(Sql sql) {
        this.sql = sql;
        this.select = "select 1 from " + sql.table("accounts_users") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_tokens") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_sessions") + " where 1 = 0 union all select 1 from "
                + sql.table("accounts_events") + " where 1 = 0";
        this.asking = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "accounts-database-health");
            thread.setDaemon(true);
            return thread;
        });
        asking.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        return answer(question());
    }

    private synchronized Future<Health> question() {
        Future<Health> present = asked;
        if (present == null || present.isDone()) {
            present = asking.submit(this::ask);
            asked = present;
        }
        return present;
    }

    private static Health answer(Future<Health> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Health.fail("the database did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.fail("interrupted while asking the database");
        } catch (ExecutionException e) {
            return Health.fail("the database could not be asked");
        }
    }

    private Health ask() {
        try {
            int unused = sql.list(select, parameters -> {}, Row::number).size();
            return Health.pass();
        } catch (StoreException e) {
            return Health.fail(String.valueOf(e.getMessage()));
        }
    }
}
