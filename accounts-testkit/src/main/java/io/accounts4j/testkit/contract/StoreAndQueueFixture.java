package io.accounts4j.testkit.contract;

/** The fixture of the contracts that need a store and a queue. */
public interface StoreAndQueueFixture {

    /** Returns a new store over an empty database of its own, with a queue in its transactions. */
    StoreAndQueue emptyStoreAndQueue();
}
