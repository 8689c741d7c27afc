package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.Accounts;
import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.job.AfterCommitJobs;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The listings of {@code docs/transactions.md}, run. */
class TransactionWaysTest {

    private static final String INSERT = "insert into host_rows values (1)";

    private HikariDataSource dataSource;
    private Jdbi jdbi;
    private JdbiStore store;
    private AfterCommitJobs jobs;
    private Accounts accounts;
    private final NewUser typed = new NewUser("ann@example.com", "Ann", Password.of("Correct horse battery 1"));

    @BeforeEach
    void wire() {
        dataSource = Databases.empty(TestDatabase.H2);
        jdbi = Jdbi.create(dataSource);
        store = JdbiStore.over(jdbi);
        accounts = over(store);
    }

    private Accounts over(JdbiStore wired) {
        jobs = new AfterCommitJobs(wired.transactions());
        return Accounts.builder()
                .store(wired)
                .jobs(jobs)
                .mailer(new RecordingMailer())
                .publicUrl(URI.create("https://app.example.org"))
                .passwordHasher(FastPasswordHasher.create())
                .allowWeakPasswordHashing()
                .strictTransactions()
                .build();
    }

    @AfterEach
    void bothAreStored() {
        jobs.close();
        assertThat(accounts.users().findByEmail("ann@example.com")).isPresent();
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from host_rows")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void theStoresOwn() {
        PreparedRegistration prepared = accounts.registration().prepare(typed);
        Outcome<User> registration = store.transactions().inTransaction(() -> {
            jdbi.useHandle(handle -> handle.execute(INSERT));
            return accounts.registration().register(prepared);
        });
    }

    @Test
    void ofTheSameJdbi() {
        PreparedRegistration prepared = accounts.registration().prepare(typed);
        Outcome<User> registration = jdbi.inTransaction(handle -> {
            handle.execute(INSERT);
            return accounts.registration().register(prepared);
        });
    }

    @Test
    void onAHandleOpenedByHand() {
        PreparedRegistration prepared = accounts.registration().prepare(typed);
        try (Handle handle = jdbi.open()) {
            handle.begin();
            handle.execute(INSERT);
            Outcome<User> registration =
                    store.joining(handle, () -> accounts.registration().register(prepared));
            handle.commit();
        }
    }

    @Test
    void onAPlainConnection() throws SQLException {
        PreparedRegistration prepared = accounts.registration().prepare(typed);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HostDatabase.insertRow(connection);
            JoinedTransaction<Outcome<User>> joined =
                    store.joining(connection, () -> accounts.registration().register(prepared));
            if (joined.isRollbackOnly()) {
                connection.rollback();
            } else {
                connection.commit();
                joined.committed();
            }
        }
    }

    @Test
    void ofSpring() {
        PlatformTransactionManager manager = new DataSourceTransactionManager(dataSource);
        JdbiStore springStore = JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(dataSource)))
                .managedBy(new SpringTransactions(manager));
        jobs.close();
        accounts = over(springStore);
        PreparedRegistration prepared = accounts.registration().prepare(typed);
        Outcome<User> registration = new TransactionTemplate(manager).execute(status -> {
            new JdbcTemplate(dataSource).update(INSERT);
            return accounts.registration().register(prepared);
        });
    }

    /** Every block of Java on the page is in a file that is compiled and run. */
    @Test
    void thePageShowsWhatIsRun() throws Exception {
        theStoresOwn();
        Path tests = Path.of("src/test/java/io/accounts4j/jdbi");
        String compiled = flat(Files.readString(tests.resolve("TransactionWaysTest.java")))
                + flat(Files.readString(tests.resolve("SpringTransactions.java")));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/transactions.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(blocks).hasSize(6);
        assertThat(blocks).allSatisfy(block -> assertThat(compiled).contains(flat(block)));
    }

    private static String flat(String code) {
        return Arrays.stream(code.split("\n")).map(String::strip).collect(Collectors.joining(" "));
    }
}
