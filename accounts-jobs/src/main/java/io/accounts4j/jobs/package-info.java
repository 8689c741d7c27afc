/**
 * Jobs that live in the host's own database and are written in its own transactions. Entry types: {@link
 * io.accounts4j.jobs.JdbcJobQueue}, which stores them, and {@link io.accounts4j.jobs.JobEngine}, which runs them.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
