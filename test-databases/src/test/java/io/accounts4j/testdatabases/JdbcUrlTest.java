package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {

    @Test
    void credentialsAreTakenOutAndDecoded() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mariadb://db:3306/mysql?user=adm&password=p%26w&sslMode=trust", "here");

        assertThat(url.user()).isEqualTo("adm");
        assertThat(url.password()).isEqualTo("p&w");
        assertThat(url.location()).isEqualTo("jdbc:mariadb://db:3306/mysql?sslMode=trust");
        assertThat(url.of("other")).isEqualTo("jdbc:mariadb://db:3306/other?sslMode=trust");
    }

    @Test
    void aUrlWithoutCredentialsIsRefusedWithAnExampleAndWithoutPrintingIt() {
        assertThatThrownBy(() -> JdbcUrl.parse("postgres://ann:canary-secret@db/x", "of A_VARIABLE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A_VARIABLE")
                .hasMessageContaining("jdbc:postgresql://localhost:5432/postgres?user=postgres&password=secret")
                .hasMessageNotContaining("canary-secret");
    }
}
