package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.store.AccountStore;

/** Ends a transaction the hard way. */
final class Rollback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Rollback() {
        super("rolled back on purpose");
    }

    /** Does {@code work} in a transaction that is rolled back after it. */
    static void of(AccountStore store, Runnable work) {
        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    work.run();
                    throw new Rollback();
                }))
                .isInstanceOf(Rollback.class);
    }
}
