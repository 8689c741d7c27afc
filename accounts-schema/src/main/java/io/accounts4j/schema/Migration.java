package io.accounts4j.schema;

/**
 * One file of the schema. A released file never changes.
 *
 * @param version 1 and up; the same table has the same version in every database
 * @param fileName such as {@code V1__accounts_users.sql}
 * @param sql one or more statements that end with a semicolon
 */
public record Migration(int version, String fileName, String sql) {

    @Override
    public String toString() {
        return fileName;
    }
}
