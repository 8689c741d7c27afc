/**
 * The tables of accounts4j: versioned SQL per database, applied by Flyway or by tooling of the host. Entry type:
 * {@link io.accounts4j.schema.AccountsSchema}; {@link io.accounts4j.schema.Migrate} is the command.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.schema;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
