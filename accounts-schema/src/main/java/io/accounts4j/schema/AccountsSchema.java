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
 * The schema of one database: lists and applies its files. Any number of nodes may migrate at once; each file is applied
 * once. After a kill of the process the next call continues. Immutable and thread-safe.
 *
 * <p>Methods that query the database throw {@link io.accounts4j.kernel.StoreException} if the database fails or is down, {@link
 * io.accounts4j.jdbc.UnsupportedDatabaseException} if there is no schema for its kind, and {@link IllegalStateException} if the
 * schema is newer than this version of accounts4j.
 */
public final class AccountsSchema {

    /** The table with the history of applied files. Not Flyway's default name, which stays free for the host. */
    public static final String HISTORY_TABLE = "accounts_schema_history";

    private static final Logger LOG = LoggerFactory.getLogger(AccountsSchema.class);

    private final DataSource dataSource;
    private final Optional<SchemaName> schema;

    private AccountsSchema(DataSource dataSource, Optional<SchemaName> schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** The accounts4j schema in the default schema of the connections of {@code dataSource}. */
    public static AccountsSchema in(DataSource dataSource) {
        return new AccountsSchema(dataSource, Optional.empty());
    }

    /**
     * The same in another schema (MariaDB: another database), which {@link #migrate()} creates if it is missing. Connections at
     * run time must have it as their default schema.
     *
     * @param name letters, digits and underscores, at most 63, in the case of the stored name (H2: upper case)
     */
    public AccountsSchema inSchema(String name) {
        return new AccountsSchema(dataSource, Optional.of(new SchemaName(name)));
    }

    /** Applies the pending files in {@code dataSource}; see {@link #migrate()}. */
    @CanIgnoreReturnValue
    public static List<Migration> migrate(DataSource dataSource) {
        return in(dataSource).migrate();
    }

    /** Returns the pending files in {@code dataSource}; see {@link #pending()}. */
    public static List<Migration> pending(DataSource dataSource) {
        return in(dataSource).pending();
    }

    /** Returns all files for {@code database}, in order, for tooling of the host. */
    public static List<Migration> files(Database database) {
        return Migrations.of(database);
    }

    /**
     * Applies the pending files and returns them. Without a pending file this costs one query and does not load Flyway.
     *
     * @throws IllegalStateException also if a file is pending and the database has an unsupported setting, such as another
     *     encoding than UTF-8 (docs/schema.md lists all), or Flyway is missing
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

    /** Returns the pending files, in order. One query; changes nothing. */
    public List<Migration> pending() {
        return History.read(dataSource, schema).pending();
    }

    /** Returns the pending files, also if the schema is newer than this version. */
    List<Migration> missing() {
        return History.read(dataSource, schema).missing();
    }
}
