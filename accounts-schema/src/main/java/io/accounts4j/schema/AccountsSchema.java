package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import io.accounts4j.jdbc.SchemaName;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables in one database: which files are applied, and applying the others. Any number of nodes may migrate at once:
 * each file is applied once. A process killed on the way leaves nothing that the next call could not go on from. Immutable
 * and thread-safe.
 *
 * <p>The methods that reach the database throw {@link io.accounts4j.kernel.StoreException} where it refuses or cannot be
 * reached, {@link
 * io.accounts4j.jdbc.UnsupportedDatabaseException} where it is one there are no tables for, and {@link IllegalStateException}
 * where its schema is newer than this version of accounts4j.
 */
public final class AccountsSchema {

    /** The table that says which files are applied. Another than Flyway's own, so that a host may have that. */
    public static final String HISTORY_TABLE = "accounts_schema_history";

    private static final Logger LOG = LoggerFactory.getLogger(AccountsSchema.class);

    private final DataSource dataSource;
    private final Optional<SchemaName> schema;

    private AccountsSchema(DataSource dataSource, Optional<SchemaName> schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** The tables in the schema that connections of {@code dataSource} are in. */
    public static AccountsSchema in(DataSource dataSource) {
        return new AccountsSchema(dataSource, Optional.empty());
    }

    /**
     * The same in another schema (MariaDB: another database), which {@link #migrate()} creates if need be. Connections at run
     * time must be in it too.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public AccountsSchema inSchema(String name) {
        return new AccountsSchema(dataSource, Optional.of(new SchemaName(name)));
    }

    /** Applies what is pending in {@code dataSource}; see {@link #migrate()}. */
    @CanIgnoreReturnValue
    public static List<Migration> migrate(DataSource dataSource) {
        return in(dataSource).migrate();
    }

    /** What is not applied in {@code dataSource}; see {@link #pending()}. */
    public static List<Migration> pending(DataSource dataSource) {
        return in(dataSource).pending();
    }

    /** All files for {@code database} in the order in which they are applied, for tooling of the host. */
    public static List<Migration> files(Database database) {
        return Migrations.of(database);
    }

    /**
     * Applies what is pending and answers what that was; empty when there is nothing to do, which costs one query and does
     * not load Flyway.
     *
     * @throws IllegalStateException also where something is pending and the database has a setting that is not supported, such
     *     as another encoding than UTF-8 (docs/schema.md lists all), and where something is pending and Flyway is not there to apply it
     */
    @CanIgnoreReturnValue
    public List<Migration> migrate() {
        History history = History.read(dataSource, schema);
        List<Migration> pending = history.pending();
        if (pending.isEmpty()) {
            LOG.debug("the schema is up to date");
            return pending;
        }
        History.requireSupported(dataSource);
        if (history.failed()) {
            history.forgetFailures(dataSource, schema);
        }
        FlywayCalls.migrate(dataSource, schema, history.database());
        LOG.info("applied {}", pending);
        return pending;
    }

    /** What is not applied, in order. One query; changes nothing. */
    public List<Migration> pending() {
        return History.read(dataSource, schema).pending();
    }

    /** The same, where a newer schema is no mistake. */
    List<Migration> missing() {
        return History.read(dataSource, schema).missing();
    }
}
