package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithoutFlywayTest {

    @ParameterizedTest
    @EnumSource
    void anUpToDateDatabaseNeedsNoFlyway(TestDatabase kind) throws Exception {
        HikariDataSource database = kind.freshDatabase();
        AccountsSchema.migrate(database);

        try (Host host = Host.without(jar -> jar.startsWith("flyway"))) {
            assertThat(host.migrate(database)).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPendingOneSaysWhatToAdd(TestDatabase kind) throws Exception {
        HikariDataSource database = kind.freshDatabase();

        try (Host host = Host.without(jar -> jar.startsWith("flyway"))) {
            assertThatThrownBy(() -> host.migrate(database)).rootCause().isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> host.migrate(database))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.flywaydb:flyway-core")
                    .hasMessageContaining("(11 to 13)")
                    .hasMessageContaining("AccountsSchema.files");
        }
    }

    @Test
    void soDoesAPendingOneWhoseFlywayLacksTheDatabase() throws Exception {
        HikariDataSource database = TestDatabase.POSTGRES.freshDatabase();

        try (Host host = Host.without(jar -> jar.startsWith("flyway-database"))) {
            assertThatThrownBy(() -> host.migrate(database))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.flywaydb:flyway-database-postgresql");
        }
    }
}
