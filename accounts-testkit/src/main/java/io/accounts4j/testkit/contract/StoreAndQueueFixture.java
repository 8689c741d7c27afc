package io.accounts4j.testkit.contract;

/** Where the contracts get a store together with a queue. */
public interface StoreAndQueueFixture {

    /** A store over an empty database of its own and a queue in its transactions; another one at every call. */
    StoreAndQueue emptyStoreAndQueue();
}
