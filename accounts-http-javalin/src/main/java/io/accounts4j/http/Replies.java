package io.accounts4j.http;

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
final class Replies {

    /** How long a client should wait before it asks again. */
    static final String RETRY_AFTER_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(AccountsPlugin.class);
    private static final String SENT = Replies.class.getName();

    private final Cors cors;
    private final PageErrors pageErrors;
    private final BodyReceiver bodies;

    Replies(Cors cors, PageErrors pageErrors, BodyReceiver bodies) {
        this.cors = cors;
        this.pageErrors = pageErrors;
        this.bodies = bodies;
    }

    /** Sends the answer of {@code work}: now, or when the body it needs has arrived. */
    void send(Context ctx, Exchange exchange, Supplier<? extends Reply> work) {
        Reply reply = attempt(ctx, exchange, work);
        if (reply instanceof Reply.OnBody needed) {
            bodies.receive(ctx, body -> send(ctx, exchange, () -> needed.work().apply(body.get())));
        } else {
            write(ctx, exchange, (Answer) reply);
        }
    }

    private void write(Context ctx, Exchange exchange, Answer answer) {
        Answer whole = Answer.empty(0)
                .with(SecurityHeaders.of(exchange))
                .with(cors.headers(ctx.req()))
                .over(answer);
        whole.writeTo(ctx);
        ctx.attribute(SENT, whole);
    }

    /** Sends once more what was sent, after handlers of the host for errors had their turn; {@code false} if nothing was. */
    static boolean restore(Context ctx) {
        Answer sent = ctx.attribute(SENT);
        if (sent == null) {
            return false;
        }
        sent.restore(ctx);
        return true;
    }

    private Reply attempt(Context ctx, Exchange exchange, Supplier<? extends Reply> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
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

    private Answer answer(AccountsException e, Context ctx, Exchange exchange) {
        if (!e.retryable()) {
            return failed(e, ctx, exchange);
        }
        LOG.warn("Request {} put off: {} {}", exchange.id(), e.getMessage(), exchange.route());
        Refusal refusal =
                Refusal.of(ProblemType.UNAVAILABLE, "try again in a moment").with("Retry-After", RETRY_AFTER_SECONDS);
        return answer(refusal, ctx, exchange);
    }

    private Answer failed(Throwable e, Context ctx, Exchange exchange) {
        LOG.error("Request {} failed: {}", exchange.id(), exchange.route(), e);
        return answer(Refusal.of(ProblemType.INTERNAL, "this should not have happened"), ctx, exchange);
    }

    private Answer answer(Refusal refusal, Context ctx, Exchange exchange) {
        Answer answer = exchange.surface() == Surface.PAGE
                ? pageErrors.answer(refusal)
                : ProblemJson.answer(refusal, ctx.req().getRequestURI(), exchange.id());
        return answer.with(refusal.headers());
    }
}
