package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.AfterCommitJobs;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.StoreAndQueue;
import io.accounts4j.user.UserId;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A store over an empty database, and the proof that it has given back every connection. */
abstract class OnDatabase {

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;
    private Jdbi jdbi;

    @BeforeEach
    void empty() {
        pool = Databases.empty(database);
        jdbi = Jdbi.create(pool);
    }

    @AfterEach
    void everyConnectionIsBack() {
        if (pool == null) {
            return; // The database is unavailable, and the test skipped.
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                .as("connections still out")
                .isZero();
    }

    final HikariDataSource pool() {
        return pool;
    }

    final Jdbi jdbi() {
        return jdbi;
    }

    /** Returns whether the host has written its row. */
    final boolean hasRow() {
        return jdbi().withHandle(handle -> handle.createQuery("select count(*) from host_rows")
                        .mapTo(int.class)
                        .one())
                == 1;
    }

    public JdbiStore emptyStore() {
        return JdbiStore.over(jdbi);
    }

    /** Makes rows of the host refer to everybody. */
    public void refer(AccountStore store, UserId user) {
        Databases.execute(pool, "insert into host_orders select id from accounts_users");
    }

    public StoreAndQueue emptyStoreAndQueue() {
        empty();
        JdbiStore store = emptyStore();
        return new StoreAndQueue(store, new AfterCommitJobs(store.transactions()));
    }
}
