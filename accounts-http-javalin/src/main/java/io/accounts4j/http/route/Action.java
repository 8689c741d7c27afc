package io.accounts4j.http.route;

import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.Reply;

/** What an operation does with a request that was let in. */
@FunctionalInterface
public interface Action {

    /** The answer, or what the body is needed for; a {@link ProblemException} or an {@link io.accounts4j.kernel.AccountsException} where there is none. */
    Reply handle(AdmittedRequest call);
}
