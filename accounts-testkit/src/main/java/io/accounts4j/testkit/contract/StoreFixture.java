package io.accounts4j.testkit.contract;

import io.accounts4j.store.AccountStore;

/** Where the contracts of the stores get theirs. */
public interface StoreFixture {

    /** A store over an empty database of its own; called once by each test. */
    AccountStore emptyStore();
}
