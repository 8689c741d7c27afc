package io.accounts4j.supervision;

import java.util.Optional;

/**
 * How a supervised loop is doing.
 *
 * @param running whether it works right now, rather than waiting to be restarted
 * @param restarts how often it was started again since the beginning
 * @param lastFailure the class name of what ended it last
 */
public record LoopStatus(String name, boolean running, long restarts, Optional<String> lastFailure) {}
