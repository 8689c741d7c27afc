/**
 * Accounts kept through Jdbi, on PostgreSQL, MariaDB and H2, in the transaction of whoever owns it. Entry type: {@link
 * io.accounts4j.jdbi.JdbiStore}; it supplies the port {@link io.accounts4j.store.AccountStore}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jdbi;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
