package io.accounts4j.testkit.contract;

/** Where the contracts get a store together with a queue. */
public interface WiringFixture {

    /** A store over an empty database of its own and a queue in its transactions; another one at every call. */
    Wiring emptyWiring();
}
