package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithoutFlywayTest {

    @ParameterizedTest
    @EnumSource
    void anUpToDateDatabaseNeedsNoFlyway(TestDatabase kind) throws Exception {
        HikariDataSource database = kind.freshDatabase();
        AccountsSchema.migrate(database);

        try (URLClassLoader host = hostWithout(jar -> jar.startsWith("flyway"))) {
            assertThat(migrate(host, database)).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPendingOneSaysWhatToAdd(TestDatabase kind) throws Exception {
        HikariDataSource database = kind.freshDatabase();

        try (URLClassLoader host = hostWithout(jar -> jar.startsWith("flyway"))) {
            assertThatThrownBy(() -> migrate(host, database)).rootCause().isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> migrate(host, database))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.flywaydb:flyway-core")
                    .hasMessageContaining("AccountsSchema.files");
        }
    }

    @Test
    void soDoesAPendingOneWhoseFlywayLacksTheDatabase() throws Exception {
        HikariDataSource database = TestDatabase.POSTGRES.freshDatabase();

        try (URLClassLoader host = hostWithout(jar -> jar.startsWith("flyway-database"))) {
            assertThatThrownBy(() -> migrate(host, database))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.flywaydb:flyway-database-postgresql");
        }
    }

    private static Object migrate(ClassLoader host, DataSource database) throws ReflectiveOperationException {
        return host.loadClass(AccountsSchema.class.getName())
                .getMethod("migrate", DataSource.class)
                .invoke(null, database);
    }

    private static URLClassLoader hostWithout(Predicate<String> jar) throws Exception {
        URL[] rest = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !jar.test(path.getFileName().toString()))
                .map(WithoutFlywayTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
