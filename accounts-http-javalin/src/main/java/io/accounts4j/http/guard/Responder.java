package io.accounts4j.http.guard;

import io.accounts4j.http.route.RouteKind;
import io.accounts4j.http.servlet.BodyReceiver;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemJson;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Reply;
import io.accounts4j.http.wire.Response;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.kernel.NotAllowedException;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers, and turns whatever went wrong into one. The client learns what it may act on and the request id; the
 * log has the rest under the same id. Thread-safe.
 */
public final class Responder {

    /** How long a client should wait before it asks again. */
    public static final String RETRY_AFTER_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final String SENT = Responder.class.getName();

    private final Cors cors;
    private final PageErrors pageErrors;
    private final BodyReceiver bodies;

    public Responder(Cors cors, PageErrors pageErrors, BodyReceiver bodies) {
        this.cors = cors;
        this.pageErrors = pageErrors;
        this.bodies = bodies;
    }

    /** Sends the answer of {@code work}: now, or when the body it needs has arrived. */
    public void send(Context ctx, RequestContext exchange, Supplier<? extends Reply> work) {
        Reply reply = attempt(ctx, exchange, work);
        if (reply instanceof Reply.OnBody needed) {
            bodies.receive(ctx, body -> send(ctx, exchange, () -> needed.work().apply(body.get())));
        } else {
            write(ctx, exchange, (Response) reply);
        }
    }

    private void write(Context ctx, RequestContext exchange, Response answer) {
        Response whole = Response.empty(0)
                .with(SecurityHeaders.of(exchange))
                .with(cors.headers(ctx.req()))
                .over(answer);
        whole.writeTo(ctx);
        ctx.attribute(SENT, whole);
    }

    /** Sends once more what was sent, after handlers of the host for errors had their turn; {@code false} if nothing was. */
    public static boolean restore(Context ctx) {
        Response sent = ctx.attribute(SENT);
        if (sent == null) {
            return false;
        }
        sent.restore(ctx);
        return true;
    }

    private Reply attempt(Context ctx, RequestContext exchange, Supplier<? extends Reply> work) {
        try {
            return work.get();
        } catch (ProblemException refusal) {
            LOG.info("Request {} refused: {} {}", exchange.id(), refusal.type().code(), exchange.route());
            return answer(refusal, ctx, exchange);
        } catch (NotAllowedException e) {
            LOG.info("Request {} refused: {} {}", exchange.id(), e.reason(), exchange.route());
            return answer(Identity.notAllowed(e, ctx.req()), ctx, exchange);
        } catch (AccountsException e) {
            return answer(e, ctx, exchange);
        } catch (RuntimeException | Error e) {
            return failed(e, ctx, exchange);
        }
    }

    private Response answer(AccountsException e, Context ctx, RequestContext exchange) {
        if (!e.retryable()) {
            return failed(e, ctx, exchange);
        }
        LOG.warn("Request {} put off: {} {}", exchange.id(), e.getMessage(), exchange.route());
        ProblemException refusal = ProblemException.of(ProblemType.UNAVAILABLE, "try again in a moment")
                .with("Retry-After", RETRY_AFTER_SECONDS);
        return answer(refusal, ctx, exchange);
    }

    private Response failed(Throwable e, Context ctx, RequestContext exchange) {
        LOG.error("Request {} failed: {}", exchange.id(), exchange.route(), e);
        return answer(ProblemException.of(ProblemType.INTERNAL, "this should not have happened"), ctx, exchange);
    }

    private Response answer(ProblemException refusal, Context ctx, RequestContext exchange) {
        Response answer = exchange.surface() == RouteKind.PAGE
                ? pageErrors.answer(refusal)
                : ProblemJson.answer(refusal, ctx.req().getRequestURI(), exchange.id());
        return answer.with(refusal.headers());
    }
}
