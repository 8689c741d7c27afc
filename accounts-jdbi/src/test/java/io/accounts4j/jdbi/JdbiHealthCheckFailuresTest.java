package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class JdbiHealthCheckFailuresTest {

    @Test
    void aServerThatTakesCallsAndNeverAnswersDoesNotHoldUpTheCheck() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            JdbiStore store = JdbiStore.over(
                    Jdbi.create("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none?connectTimeout=60"),
                    Database.POSTGRESQL);
            Instant begun = Instant.now();

            assertThat(store.health().check().ok()).isFalse();
            assertThat(store.health().check().detail()).contains("did not answer");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void aDatabaseWithoutOurTablesSaysWhatIsMissing() {
        HikariDataSource unmigrated = TestDatabase.H2.freshDatabase();

        assertThat(JdbiStore.over(Jdbi.create(unmigrated)).health().check().detail())
                .contains("call AccountsSchema.migrate(dataSource)");
    }

    @Test
    void theCheckIsNoPartOfTheCallersTransaction() {
        HikariDataSource unmigrated = TestDatabase.H2.freshDatabase();
        JdbiStore store = JdbiStore.over(Jdbi.create(unmigrated));

        boolean committed =
                store.transactions().inTransaction(() -> !store.health().check().ok());

        assertThat(committed).isTrue();
    }
}
