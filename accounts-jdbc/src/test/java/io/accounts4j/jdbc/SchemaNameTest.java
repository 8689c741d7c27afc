package io.accounts4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

    private static final String LONGEST = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a\"b", "a`b", "a.b", "a;drop", "\u00e9", "a\n"})
    void refusesNamesThatAreNoPlainIdentifiers(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaName(name))
                .withMessage("schema must be 1 to 63 letters, digits and underscores with no digit first, got " + name
                        + "; give the name as it is stored, without quotes");
    }

    @Test
    void refusesNamesLongerThanADatabaseStores() {
        assertThat(new SchemaName(LONGEST).value()).isEqualTo(LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> new SchemaName(LONGEST + "a"));
    }

    @Test
    void quotesTheNameAsTheDatabaseDoes() {
        SchemaName name = new SchemaName("_Host1");

        assertThat(name.qualifier(Database.POSTGRESQL)).isEqualTo("\"_Host1\".");
        assertThat(name.qualifier(Database.H2)).isEqualTo("\"_Host1\".");
        assertThat(name.qualifier(Database.MARIADB)).isEqualTo("`_Host1`.");
    }
}
