package io.accounts4j.job;

/**
 * Why an attempt failed.
 *
 * @param attempt 1 for the first
 * @param error class and message, redacted and short
 */
public record JobError(int attempt, String error) {}
