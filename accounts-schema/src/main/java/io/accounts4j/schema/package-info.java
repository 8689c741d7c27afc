/**
 * The schema of accounts4j: versioned SQL for each database, applied by Flyway or by tooling of the host. Entry type:
 * {@link io.accounts4j.schema.AccountsSchema}; the command is {@link io.accounts4j.schema.Migrate}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.schema;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
