package io.accounts4j.jdbi;

import io.accounts4j.jdbc.Database;
import io.accounts4j.jdbc.DatabaseSettings;
import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.jdbc.SchemaName;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jdbc.store.HostTransaction;
import io.accounts4j.store.AbstractAccountStore;
import io.accounts4j.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps accounts in the tables of accounts-schema through the host's {@link Jdbi}. Takes part in the transaction open on
 * the calling thread: its own, one of {@code Jdbi.inTransaction}, one that is {@linkplain #joining lent}, or one of a
 * {@linkplain #managedBy framework}; single statements outside of any commit by themselves. Thread-safe; holds no
 * connection between calls and closes nothing.
 *
 * <p>Puts a guard before the transaction handler of the Jdbi, which turns the commit of a transaction into a rollback
 * once work of the library has failed in it.
 */
public final class JdbiStore extends AbstractAccountStore {

    private final Jdbi jdbi;
    private final Database database;
    private final Optional<SchemaName> schema;
    private final Connections connections;

    private JdbiStore(Jdbi jdbi, Database database, Optional<SchemaName> schema, Connections connections) {
        super(ports(connections, database, schema));
        this.jdbi = jdbi;
        this.database = database;
        this.schema = schema;
        this.connections = connections;
    }

    private static Ports ports(Connections connections, Database database, Optional<SchemaName> schema) {
        String qualifier = schema.map(name -> name.qualifier(database)).orElse("");
        Sql sql = new Sql(connections, Dialects.of(database), qualifier);
        return new Ports(
                new JdbiUserRepository(sql),
                new JdbiPasswordStore(sql),
                new JdbiUserDirectory(sql),
                new JdbiTokenStore(sql),
                new JdbiSessionStore(sql),
                new JdbiEventStore(sql),
                new JdbiTransactions(connections),
                new JdbiHealthCheck(sql));
    }

    /**
     * Asks the database once what it is and how it is set. {@link io.accounts4j.jdbc.UnsupportedDatabaseException} when it is
     * none of {@link Database}, {@link IllegalStateException} when it has a setting that is not supported, {@link
     * io.accounts4j.kernel.StoreException} when it does not answer.
     */
    public static JdbiStore over(Jdbi jdbi) {
        try {
            return over(jdbi, jdbi.withHandle(handle -> supported(handle.getConnection())));
        } catch (SQLException e) {
            throw SqlErrors.toStoreException(e);
        } catch (ConnectionException e) {
            throw JdbiErrors.toStoreException(e);
        }
    }

    private static Database supported(Connection connection) throws SQLException {
        Database database = Database.of(connection);
        DatabaseSettings.requireSupported(connection);
        return database;
    }

    /** Over a database that is known to be {@code database} and set as docs/schema.md says; asks for no connection. */
    public static JdbiStore over(Jdbi jdbi, Database database) {
        return new JdbiStore(jdbi, database, Optional.empty(), new Connections(jdbi, null));
    }

    /**
     * The same store for tables that lie in {@code name} (on MariaDB: the database) instead of the one connections are in.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbiStore inSchema(String name) {
        return new JdbiStore(
                jdbi, database, Optional.of(new SchemaName(name)), new Connections(jdbi, connections.managed()));
    }

    /**
     * The same store in the transactions of a framework, such as Spring's. The framework must hand out the connection of
     * its open transaction to the Jdbi, as Spring's {@code TransactionAwareDataSourceProxy} does.
     */
    public JdbiStore managedBy(Transactions transactions) {
        return new JdbiStore(jdbi, database, schema, new Connections(jdbi, transactions));
    }

    /**
     * Runs {@code work}, and every call of the library in it, in the transaction that the host has opened on {@code
     * connection} and will end itself. An exception of {@code work} leaves this method unchanged; the host rolls back then.
     */
    public <T> JoinedTransaction<T> joining(Connection connection, Supplier<T> work) {
        HostTransaction transaction = HostTransaction.over(connection);
        return transaction.joined(connections.within(transaction, work));
    }

    /**
     * Runs {@code work}, and every call of the library in it, in the transaction that the host has begun on {@code
     * handle}. Needed only for a handle of {@code Jdbi.open()}: those of {@code withHandle}, {@code inTransaction} and
     * so on are joined by themselves. Once {@code work} has thrown, committing the handle rolls back and throws.
     */
    public <T> T joining(Handle handle, Supplier<T> work) {
        return connections.within(connections.of(handle), work);
    }

    /**
     * Runs {@code work} on the connection of the transaction open on this thread, or on one that is given back
     * afterwards. Of the shape that {@code JdbcJobQueue.on(...)} of accounts-jobs asks for. {@code work} neither ends
     * the transaction nor closes the connection nor keeps it.
     */
    public <T> T withConnection(Function<Connection, T> work) {
        return connections.with(work::apply);
    }
}
