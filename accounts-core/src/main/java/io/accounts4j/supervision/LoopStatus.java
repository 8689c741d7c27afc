package io.accounts4j.supervision;

import java.util.Optional;

/**
 * How a supervised loop is doing.
 *
 * @param running true if the loop runs; false while it waits for its restart
 * @param restarts how often it was started again since the beginning
 * @param lastFailure the class name of what ended it last
 */
public record LoopStatus(String name, boolean running, long restarts, Optional<String> lastFailure) {}
