package io.accounts4j.http.route;

import io.accounts4j.http.wire.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The work of a route on a request that was admitted. */
@FunctionalInterface
public interface Action {

    /**
     * Returns the response: a complete stage, or one that completes when the body has arrived. A {@link
     * io.accounts4j.http.wire.ProblemException} or an {@link io.accounts4j.kernel.AccountsException}, thrown or in the stage,
     * becomes the response for its kind.
     */
    CompletionStage<Response> handle(AdmittedRequest request);

    /** The action of a route that reads no body. */
    static Action immediate(Function<AdmittedRequest, Response> work) {
        return request -> CompletableFuture.completedFuture(work.apply(request));
    }
}
