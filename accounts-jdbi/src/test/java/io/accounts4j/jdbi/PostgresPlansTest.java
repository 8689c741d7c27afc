package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.event.Client;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.session.Session;
import io.accounts4j.session.SessionId;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL answers out of its indexes: how many rows it touches does not depend on how many there are. */
class PostgresPlansTest {

    /** Enough for the server to think of a plan for any parameters. */
    private static final int TIMES = 15;

    private static JdbiStore store;

    @BeforeAll
    static void hundredThousandUsers() {
        HikariDataSource pool = TestDatabase.POSTGRES.freshDatabase();
        AccountsSchema.migrate(pool);
        Databases.execute(
                pool,
                "insert into accounts_users (id, email, email_canonical, name, search_text, is_admin, confirmed_at,"
                        + " inserted_at, updated_at, version) select gen_random_uuid(), mail, mail, name, lower(name) ||"
                        + " chr(31) || mail, n % 1000 = 0, null, at, at, 1 from (select n, 'user' || n || '@example.com'"
                        + " mail, 'Name ' || md5(n::text) as name, timestamptz '2026-01-01 00:00Z' + n * interval '1"
                        + " second' as at from generate_series(1, 100000) n) s",
                "analyze accounts_users");
        store = JdbiStore.over(Jdbi.create(pool));
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceInTheMiddleIsFoundWithoutReadingUpToIt(UserSort.Key key) {
        User middle =
                store.users().findByEmail(new Email("user50000@example.com")).orElseThrow();
        for (boolean descending : new boolean[] {true, false}) {
            UserSort sort = new UserSort(key, descending);
            for (Cursor place : new Cursor[] {
                Cursor.after(sort.keyOf(middle), middle.id().toString()),
                Cursor.before(sort.keyOf(middle), middle.id().toString()),
                Cursor.start()
            }) {
                assertTouches(25, () -> {
                    Slice<User> slice = store.directory().slice(UserFilter.all(), sort, place, 20);
                    assertThat(slice.items()).hasSize(20);
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"user99999@, 1", "e1b9e, 50", "no such user, 0"})
    void aTermOfThreeLettersOrMoreIsLookedUp(String term, int about) {
        assertTouches(
                60 + about,
                () -> assertThat(store.directory()
                                .slice(UserFilter.all().search(term), UserSort.newestFirst(), Cursor.start(), 20)
                                .items())
                        .hasSizeBetween(Math.min(1, about), 20));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void administratorsAreListedWithoutLookingAtEverybody(boolean counted) {
        assertTouches(250, () -> {
            UserFilter administrators = UserFilter.all().administrator(true);
            if (counted) {
                assertThat(store.directory()
                                .page(administrators, UserSort.newestFirst(), PageRequest.first())
                                .total())
                        .isEqualTo(100);
            } else {
                assertThat(store.directory()
                                .slice(administrators, UserSort.newestFirst(), Cursor.start(), 20)
                                .items())
                        .hasSize(20);
            }
        });
    }

    @Test
    void anAuthenticatedRequestTouchesOneUserAndOneSession() {
        User user = store.users().findByEmail(new Email("user7@example.com")).orElseThrow();
        SessionToken token = SessionToken.random();
        Session session = new Session(
                SessionId.next(user.insertedAt()),
                user.id(),
                user.insertedAt(),
                user.insertedAt(),
                user.insertedAt().plusSeconds(60),
                Client.unknown());
        store.sessions().add(session, token.hash());

        assertTouches(
                1,
                () -> assertThat(store.sessions().find(token.hash(), user.insertedAt()))
                        .isPresent());
    }

    @Test
    void aUserIsFoundByEitherKey() {
        User user = store.users().findByEmail(new Email("user7@example.com")).orElseThrow();

        assertTouches(1, () -> assertThat(store.users().findById(user.id())).isPresent());
        assertTouches(
                1, () -> assertThat(store.users().findByEmail(user.email())).isPresent());
        assertTouches(1, () -> assertThat(store.passwords().find(user.email())).isEmpty());
    }

    private static void assertTouches(long most, Runnable question) {
        store.transactions().inTransaction(() -> {
            Touched before = touched();
            for (int i = 0; i < TIMES; i++) {
                question.run();
            }
            Touched after = touched();
            assertThat(after.scans() - before.scans()).as("whole table scans").isZero();
            assertThat((after.rows() - before.rows()) / TIMES)
                    .as("rows touched each time")
                    .isLessThanOrEqualTo(most);
            return after;
        });
    }

    private static Touched touched() {
        return store.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet counted = statement.executeQuery("select seq_scan, coalesce(idx_tup_fetch, 0)"
                            + " from pg_stat_xact_user_tables where relname = 'accounts_users'")) {
                assertThat(counted.next()).isTrue();
                return new Touched(counted.getLong(1), counted.getLong(2));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The number of rows that the server has read of {@code accounts_users} on this connection. */
    private record Touched(long scans, long rows) {}
}
