package io.accounts4j.supervision;

/**
 * Work that goes on until its thread is interrupted. Coming back in any other way, by returning or by throwing anything at all,
 * counts as a crash, and the {@link Supervisor} starts it again.
 */
@FunctionalInterface
public interface Loop {

    /** Works until interrupted; {@link InterruptedException} is the usual way out. */
    void run() throws Exception;
}
