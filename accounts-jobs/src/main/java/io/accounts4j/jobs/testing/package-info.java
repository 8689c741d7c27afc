/**
 * Jobs in tests, on the real table: see what is queued, run it on the thread of the test, or run it the moment it is queued.
 * Entry type: {@link io.accounts4j.jobs.testing.JobTesting}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.testing;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
