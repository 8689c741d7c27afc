package io.accounts4j.http.servlet;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The bytes of a body received so far. Used by one thread at a time. */
final class BodyBuffer {

    private static final int CHUNK = 4096;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long cap;
    private final long declared;
    private boolean ended;

    /**
     * @param limit the bytes a body may have; one more is taken, to tell a body that is too large
     * @param declared the length the head declares; negative where it declares none
     */
    BodyBuffer(int limit, long declared) {
        this.cap = limit + 1L;
        this.declared = declared;
        this.ended = declared == 0;
    }

    /** Returns whether nothing more is to be read: the body has ended, or is too large. */
    boolean isComplete() {
        return ended || bytes.size() >= cap || bytes.size() == declared;
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Takes the bytes that have arrived, without a listener: {@code isReady} is true then, whatever has arrived. */
    void takeArrived(ServletInputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!isComplete() && in.available() > 0) {
            take(in, chunk);
        }
        ended |= in.isFinished();
    }

    /** Takes the bytes that have arrived, for a listener. */
    void takeAvailable(ServletInputStream in) throws IOException {
        if (in.isFinished()) {
            ended = true;
        }
        byte[] chunk = new byte[CHUNK];
        while (!isComplete() && in.isReady()) {
            take(in, chunk);
        }
    }

    /** Takes the whole body and waits for what has not arrived. */
    void takeAll(ServletInputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!isComplete()) {
            take(in, chunk);
        }
    }

    /** Called by the container at the end of the body. */
    void end() {
        ended = true;
    }

    private void take(ServletInputStream in, byte[] chunk) throws IOException {
        int count = in.read(chunk, 0, (int) Math.min(chunk.length, cap - bytes.size()));
        if (count < 0) {
            ended = true;
        } else {
            bytes.write(chunk, 0, count);
        }
    }
}
