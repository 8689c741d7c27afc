package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files, listed by name instead of scanned, so that they are found in any jar and on the module path. */
final class Migrations {

    private static final Set<Database> ALL = EnumSet.allOf(Database.class);

    /** The files in the order of their versions. A database lacks the versions that do not concern it. */
    private static final List<Entry> ENTRIES = List.of(
            new Entry(1, "accounts_users", ALL),
            new Entry(2, "accounts_tokens", ALL),
            new Entry(3, "accounts_sessions", ALL),
            new Entry(4, "accounts_events", ALL),
            new Entry(5, "accounts_jobs", ALL),
            new Entry(6, "accounts_job_nodes", ALL),
            new Entry(7, "accounts_users_trigrams", EnumSet.of(Database.POSTGRESQL)),
            new Entry(8, "accounts_job_queues", ALL),
            new Entry(9, "accounts_job_crons", ALL),
            new Entry(10, "accounts_users_search_version", ALL),
            new Entry(12, "accounts_jobs_by_kind", EnumSet.of(Database.POSTGRESQL, Database.MARIADB)),
            new Entry(13, "accounts_jobs_args_id", ALL),
            new Entry(14, "accounts_job_nodes_schedules", ALL),
            new Entry(15, "accounts_tokens_job", ALL),
            new Entry(16, "accounts_jobs_tags", ALL),
            new Entry(17, "accounts_job_nodes_served", ALL),
            new Entry(18, "accounts_jobs_tick", ALL));

    private Migrations() {}

    /** The name of a file and the databases that have such a file. */
    private record Entry(int version, String name, Set<Database> databases) {}

    /** Returns the files for {@code database}, in order. */
    static List<Migration> of(Database database) {
        return ENTRIES.stream()
                .filter(entry -> entry.databases().contains(database))
                .map(entry -> read(database, entry.version(), "V" + entry.version() + "__" + entry.name() + ".sql"))
                .toList();
    }

    /** Returns the resource directory of the files for {@code database}, with a slash at its end. */
    static String directory(Database database) {
        return "/META-INF/accounts4j/schema/" + database.name().toLowerCase(Locale.ROOT) + '/';
    }

    /** Returns the highest version. */
    static int newest() {
        return ENTRIES.get(ENTRIES.size() - 1).version();
    }

    private static Migration read(Database database, int version, String fileName) {
        String resource = directory(database) + fileName;
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
