package io.accounts4j.http.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a body received so far, for mounts that read it from a stream. Bytes over the limit are read and dropped
 * up to {@value #DROPPED_AT_MOST} bytes: a connection closed while the client still sends is reset, and the client loses
 * the refusal (RFC 9112, 9.6). Filled by one thread at a time; {@link #isTooLarge} and {@link #bytes} are for any thread.
 */
public final class BodyBuffer {

    static final int DROPPED_AT_MOST = 2 * 1024 * 1024;

    private final byte[] chunk = new byte[4096];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long cap;
    private final long declared;
    private long received;
    private boolean ended;

    /**
     * @param limit the bytes a body may have; one more is kept, to tell a body that is too large
     * @param declared the length the head declares; negative where it declares none
     */
    public BodyBuffer(int limit, long declared) {
        this.cap = limit + 1L;
        this.declared = declared;
        this.ended = declared == 0;
    }

    /** Returns whether nothing more is to be read: the body has ended, or is far too large. */
    public boolean isComplete() {
        return ended || received == declared || received >= cap + DROPPED_AT_MOST;
    }

    /** Returns whether the body exceeds its limit, whatever follows. */
    public boolean isTooLarge() {
        return bytes.size() >= cap;
    }

    /** Returns the bytes kept: the whole body, or one byte more than the limit. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Reads once, and waits where nothing has arrived. */
    public void take(InputStream in) throws IOException {
        int count = in.read(chunk);
        if (count < 0) {
            end();
        } else {
            received += count;
            bytes.write(chunk, 0, (int) Math.min(count, cap - bytes.size()));
        }
    }

    /** Takes the bytes that have arrived. */
    public void takeArrived(InputStream in) throws IOException {
        while (!isComplete() && in.available() > 0) {
            take(in);
        }
    }

    /** Takes the whole body and waits for the bytes that have not arrived. */
    public void takeAll(InputStream in) throws IOException {
        while (!isComplete()) {
            take(in);
        }
    }

    /** Marks the body as whole. */
    public void end() {
        ended = true;
    }
}
