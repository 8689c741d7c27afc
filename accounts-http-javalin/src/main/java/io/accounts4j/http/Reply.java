package io.accounts4j.http;

import java.util.function.Function;

/** The outcome of an operation: an {@link Answer}, or the work that makes one of the body once the body has arrived. */
sealed interface Reply permits Answer, Reply.OnBody {

    /**
     * The body is needed. Everything that can be refused without it has been refused already.
     *
     * @param work the answer to a body; may throw what an {@link Action} may throw
     */
    record OnBody(Function<byte[], Answer> work) implements Reply {}
}
