package io.accounts4j.http.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A request as a web server received it. With {@link Response} this is all that the façade knows of a web server; a mount
 * implements it. For one request; used by one thread at a time.
 */
public interface Request {

    /** The method on the request line, whatever headers ask for. */
    String method();

    /** The path as sent, percent-encoded and without the query. */
    String path();

    /** The beginning of {@link #path} by which the server chose the application; empty for none. */
    String contextPath();

    /** The query as sent, percent-encoded; empty where there is none. */
    String query();

    /** The lines of a header in the order received, by a name in any case; empty where there are none. */
    List<String> headers(String name);

    /** The address of the other end of the connection, as a literal. */
    String remoteAddress();

    /** Returns whether the connection is TLS. */
    boolean secure();

    /**
     * Receives the body. Called at most once. No thread waits where the server can be told to call back. The stage completes
     * at the end of the body or with {@code limit + 1} bytes, so that the caller can tell a body that is too large.
     * Exceptionally: with {@link java.util.concurrent.TimeoutException} at the deadline, with {@link ProblemException} where
     * the server refuses the body, with any other exception where the body could not be read.
     *
     * @param limit the most bytes of a body, 1 or more
     * @param deadline the time from now to the last byte
     */
    CompletionStage<byte[]> body(int limit, Duration deadline);
}
