package io.accounts4j.http;

/** What an operation does with a request that was let in. */
@FunctionalInterface
interface Action {

    /** The answer, or what the body is needed for; a {@link Refusal} or an {@link io.accounts4j.kernel.AccountsException} where there is none. */
    Reply handle(Call call);
}
