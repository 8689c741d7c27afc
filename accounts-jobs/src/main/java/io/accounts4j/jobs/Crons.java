package io.accounts4j.jobs;

import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schedules of an engine, while they are collected. */
final class Crons {

    private final Map<String, Cron> byName = new HashMap<>();

    /** {@link IllegalArgumentException} where there is one of that name. */
    void add(Cron cron) {
        if (byName.putIfAbsent(cron.name(), cron) != null) {
            throw new IllegalArgumentException("two schedules are called " + cron.name() + ": each needs its own name");
        }
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** What stores their jobs, not yet running; empty where there are none. Encrypts what is to be. */
    Optional<Schedules> on(Database database, Optional<JobCipher> cipher, Runnable stored) {
        Map<String, Schedules.Line> lines = new HashMap<>();
        byName.forEach((name, cron) -> lines.put(name, cron.line(cipher)));
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Schedules(database, lines, stored));
    }
}
