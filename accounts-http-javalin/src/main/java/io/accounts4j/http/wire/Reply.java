package io.accounts4j.http.wire;

import java.util.function.Function;

/** The outcome of an operation: an {@link Response}, or the work that makes one of the body once the body has arrived. */
public sealed interface Reply permits Response, Reply.OnBody {

    /**
     * The body is needed. Everything that can be refused without it has been refused already.
     *
     * @param work the answer to a body; may throw what an action may throw
     */
    record OnBody(Function<byte[], Response> work) implements Reply {}
}
