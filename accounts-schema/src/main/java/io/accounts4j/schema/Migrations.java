package io.accounts4j.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files, by name: nothing is searched for, so that they are found in any jar and on the module path. */
final class Migrations {

    static final String DIRECTORY = "/META-INF/accounts4j/schema/";

    private static final List<String> COMMON = List.of(
            "accounts_users",
            "accounts_tokens",
            "accounts_sessions",
            "accounts_events",
            "accounts_jobs",
            "accounts_job_nodes");
    private static final List<String> POSTGRESQL = List.of("accounts_users_trigrams");

    private Migrations() {}

    /** In the order in which they are applied. */
    static List<Migration> of(Database database) {
        List<String> names = Stream.concat(
                        COMMON.stream(), database == Database.POSTGRESQL ? POSTGRESQL.stream() : Stream.empty())
                .toList();
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(version -> read(database, version, "V" + version + "__" + names.get(version - 1) + ".sql"))
                .toList();
    }

    private static Migration read(Database database, int version, String fileName) {
        String resource = DIRECTORY + database.directory() + "/" + fileName;
        try (InputStream file = Migrations.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(
                        resource + " is missing: was META-INF left out when the application was packed?");
            }
            return new Migration(version, fileName, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
