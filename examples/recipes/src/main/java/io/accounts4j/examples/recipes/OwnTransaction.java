package io.accounts4j.examples.recipes;

import io.accounts4j.Accounts;
import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.user.User;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** An order and the account of its customer, in one transaction on a connection of your own: both or neither. */
public final class OwnTransaction {

    private static final JdbcDataSource DATABASE = new JdbcDataSource();

    private OwnTransaction() {}

    /** Rolls back once and commits once, and prints the stored rows each time. */
    public static void main(String[] args) throws SQLException {
        DATABASE.setURL("jdbc:h2:mem:own-transaction;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(DATABASE);
        JdbiStore store = JdbiStore.over(Jdbi.create(DATABASE));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mail -> {})
                .publicUrl(URI.create("https://shop.example.org"))
                .build();

        // Hashing takes a quarter of a second, so it is done before the transaction begins.
        PreparedRegistration ann =
                accounts.registration().prepare(new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1")));

        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (item varchar(40))");
            connection.setAutoCommit(false);

            statement.execute("insert into orders values ('tea')");
            Outcome<User> undone = store.joining(
                            connection, () -> accounts.registration().register(ann))
                    .result();
            System.out.println(undone.<String>fold(user -> "registered", problems -> "refused"));
            connection.rollback();
            System.out.println("rolled back: " + count("orders") + " orders, " + count("accounts_users") + " users, "
                    + count("accounts_jobs") + " mails to send");

            statement.execute("insert into orders values ('tea')");
            JoinedTransaction<Outcome<User>> joined =
                    store.joining(connection, () -> accounts.registration().register(ann));
            connection.commit();
            joined.committed();
            System.out.println("committed: " + count("orders") + " order, " + count("accounts_users") + " user, "
                    + count("accounts_jobs") + " mail to send");
        }
    }

    private static int count(String table) {
        return Jdbi.create(DATABASE)
                .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
