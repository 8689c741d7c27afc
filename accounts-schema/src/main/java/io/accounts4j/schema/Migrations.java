package io.accounts4j.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The files, by name: nothing is searched for, so that they are found in any jar and on the module path. */
final class Migrations {

    static final String DIRECTORY = "/META-INF/accounts4j/schema/";

    /** By version, from 1 on. */
    private static final List<String> NAMES = List.of(
            "accounts_users",
            "accounts_tokens",
            "accounts_sessions",
            "accounts_events",
            "accounts_jobs",
            "accounts_job_nodes",
            "accounts_users_trigrams",
            "accounts_job_queues",
            "accounts_job_crons");

    private static final Set<String> POSTGRESQL_ONLY = Set.of("accounts_users_trigrams");

    private Migrations() {}

    /** In the order in which they are applied. */
    static List<Migration> of(Database database) {
        return IntStream.rangeClosed(1, NAMES.size())
                .filter(version -> database == Database.POSTGRESQL || !POSTGRESQL_ONLY.contains(name(version)))
                .mapToObj(version -> read(database, version, "V" + version + "__" + name(version) + ".sql"))
                .toList();
    }

    /** The highest version there is. */
    static int newest() {
        return NAMES.size();
    }

    private static String name(int version) {
        return NAMES.get(version - 1);
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
