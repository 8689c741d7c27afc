package io.accounts4j.jdbc;

import java.util.regex.Pattern;

/**
 * The name of the schema (MariaDB: database) that holds the tables of accounts4j.
 *
 * @param value 1 to 63 letters, digits and underscores, no digit first, in the case in which the name is stored (H2: upper
 *     case)
 */
public record SchemaName(String value) {

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** Throws {@link IllegalArgumentException} for any other name, because a name becomes part of statements. */
    public SchemaName {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "schema must be 1 to 63 letters, digits and underscores with no digit first, got " + value
                            + "; give the name as it is stored, without quotes");
        }
    }

    /** Returns the quoted name and a dot, to stand before the name of a table. */
    public String qualifier(Database database) {
        return database.quoted(value) + '.';
    }
}
