package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.examples.server.Settings.Database;
import org.junit.jupiter.api.Test;

class JdbcUrlTest {

    @Test
    void certificateAndHostNameAreChecked() {
        assertThat(JdbcUrl.of(database("postgres://db/accounts", true)))
                .startsWith("jdbc:postgresql://db:5432/accounts?")
                .contains("sslmode=verify-full");
        assertThat(JdbcUrl.of(database("mariadb://db/accounts", true)))
                .startsWith("jdbc:mariadb://db:3306/accounts?")
                .contains("sslMode=verify-full");
    }

    @Test
    void tlsIsOffOnlyWhereItWasSaid() {
        assertThat(JdbcUrl.of(database("postgres://db/accounts", false))).contains("sslmode=disable");
        assertThat(JdbcUrl.of(database("mariadb://db/accounts", false))).contains("sslMode=disable");
    }

    @Test
    void aSilentServerIsGivenUpButNotWhileTablesAreBuilt() {
        Database postgres = database("postgres://db/accounts", false);
        Database mariadb = database("mariadb://db/accounts", false);

        assertThat(JdbcUrl.of(postgres)).contains("socketTimeout=8&", "connectTimeout=2&");
        assertThat(JdbcUrl.of(mariadb)).contains("socketTimeout=8000&", "connectTimeout=2000&");
        assertThat(JdbcUrl.forSchema(postgres)).contains("socketTimeout=0&");
        assertThat(JdbcUrl.forSchema(mariadb)).contains("socketTimeout=0&");
    }

    private static Database database(String url, boolean verifyTls) {
        return new Database(DatabaseUrl.parse(url), 10, verifyTls);
    }
}
