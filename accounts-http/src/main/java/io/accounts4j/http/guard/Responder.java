package io.accounts4j.http.guard;

import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemJson;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.kernel.TooManyAttemptsException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes responses with the headers of every response, and turns failures into responses. The client gets what it may
 * act on and the request id; the log has the rest under the same id. Thread-safe.
 */
public final class Responder {

    /** The seconds after which a client may repeat a request. */
    public static final String RETRY_AFTER_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    private final Cors cors;
    private final PageErrors pageErrors;

    public Responder(Cors cors, PageErrors pageErrors) {
        this.cors = cors;
        this.pageErrors = pageErrors;
    }

    /** The whole response of {@code work}, complete when the work is. */
    CompletionStage<Response> respond(
            Request request, RequestContext context, Supplier<CompletionStage<Response>> work) {
        return begin(work)
                .exceptionally(failure -> problem(cause(failure), request, context))
                .thenApply(response -> Response.empty(0)
                        .with(SecurityHeaders.of(context))
                        .with(cors.headers(request))
                        .over(response));
    }

    private static CompletionStage<Response> begin(Supplier<CompletionStage<Response>> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private Response problem(Throwable failure, Request request, RequestContext context) {
        if (failure instanceof ProblemException problem) {
            LOG.info("Request {} refused: {} {}", context.id(), problem.type().code(), context.route());
            return answer(problem, request, context);
        }
        if (failure instanceof NotAllowedException e) {
            LOG.info("Request {} refused: {} {}", context.id(), e.reason(), context.route());
            return answer(Identity.notAllowed(e, request), request, context);
        }
        if (failure instanceof TooManyAttemptsException e) {
            LOG.info("Request {} refused: {} {}", context.id(), e.getMessage(), context.route());
            return answer(tooMany(e), request, context);
        }
        if (failure instanceof AccountsException e && e.retryable()) {
            LOG.warn("Request {} put off: {} {}", context.id(), e.getMessage(), context.route());
            return answer(unavailable(), request, context);
        }
        LOG.error("Request {} failed: {}", context.id(), context.route(), failure);
        return answer(ProblemException.of(ProblemType.INTERNAL, "this should not have happened"), request, context);
    }

    /** Seconds are rounded up, so that nobody returns too early. */
    private static ProblemException tooMany(TooManyAttemptsException e) {
        long seconds = e.retryAfter().plusSeconds(1).minusNanos(1).toSeconds();
        return ProblemException.of(ProblemType.QUOTA_EXCEEDED, "too many attempts")
                .with("Retry-After", String.valueOf(seconds));
    }

    /** The problem of a request that may be repeated in a moment. */
    static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "try again in a moment")
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private Response answer(ProblemException problem, Request request, RequestContext context) {
        Response response = context.kind() == RouteKind.PAGE
                ? pageErrors.answer(problem)
                : ProblemJson.answer(problem, request.path(), context.id());
        return response.with(problem.headers());
    }
}
