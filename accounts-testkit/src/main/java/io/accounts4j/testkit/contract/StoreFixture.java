package io.accounts4j.testkit.contract;

import io.accounts4j.store.AccountStore;

/** The fixture of the contracts of the stores. */
public interface StoreFixture {

    /** A store over an empty database of its own; called once by each test. */
    AccountStore emptyStore();
}
