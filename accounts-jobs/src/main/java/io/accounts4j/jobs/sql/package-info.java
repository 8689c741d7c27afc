/**
 * The tables of jobs and nodes, and what differs between databases. Entry type: {@link
 * io.accounts4j.jobs.sql.JobTable}; the differences: {@link io.accounts4j.jobs.sql.Dialect}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.sql;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
