package io.accounts4j.jobs;

import io.accounts4j.kernel.AccountsException;

/**
 * The job that is to be completed is held no more: it was cancelled, took too long, or its node was given up and another may
 * be at work on it. Let it leave the transaction, so that this one is rolled back.
 */
public final class LeaseLostException extends AccountsException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String kind, long id) {
        super(
                "job " + id + " of kind " + kind + " is not this attempt's any more: roll the transaction back",
                false,
                null);
    }
}
