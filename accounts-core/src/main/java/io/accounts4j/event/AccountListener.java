package io.accounts4j.event;

/**
 * Is told of each event once it is committed, on the thread that committed it: for meters, caches and whatever else a host
 * hangs on accounts. It returns quickly; what it throws is logged and changes nothing. A process can die between the commit
 * and the call: what must not be missed is read from the {@link EventStore}.
 */
@FunctionalInterface
public interface AccountListener {

    /** Something happened and is stored. Called by several threads at once. */
    void on(AccountEvent event);
}
