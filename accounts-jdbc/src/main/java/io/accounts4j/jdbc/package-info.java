/**
 * The ground that the modules on SQL share. Entry types: {@link io.accounts4j.jdbc.Database}, the supported databases, and
 * {@link io.accounts4j.jdbc.SqlErrors}, the one classification of an {@link java.sql.SQLException}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jdbc;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
