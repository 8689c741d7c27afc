package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accounts4j.integration.Rows.Registered;
import io.accounts4j.testdatabases.ChildJvm;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A process that registers and mails is killed (SIGKILL) at moments chosen by chance, again and again. No registration
 * that was acknowledged is lost, no user is without the mail job, and each is mailed in the end.
 */
@OnDatabases
class KilledWhileServingTest {

    private static final int KILLS = Integer.getInteger("accounts.rounds", 3) + 2;
    private static final int MOST_LINES = 60;

    @Parameter
    TestDatabase kind;

    private final long seed = Long.getLong("accounts.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> mailed = new ArrayList<>();
    private final Set<String> inFlight = new HashSet<>();

    @Test
    void every_user_is_stored_with_the_job_and_mailed_however_often_the_process_is_killed(@TempDir Path directory)
            throws InterruptedException {
        KilledDatabase database = KilledDatabase.of(kind, directory);
        // H2 may store a part of a transaction that was under way at a kill: docs/reliability.md.
        int halved = kind == TestDatabase.H2 ? KILLS : 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = 1 + random.nextInt(MOST_LINES);
            AtomicInteger lines = new AtomicInteger();
            serve(database, "life" + kill + "-", 1_000_000, line -> isNews(line) && lines.incrementAndGet() >= wanted);
            inFlight.addAll(database.look(dataSource -> new Rows(dataSource).claims()));
        }
        List<String> stored = database.look(dataSource -> new Rows(dataSource).emails());
        Set<String> missing = new HashSet<>(stored);
        missing.removeAll(mailed);
        serve(database, "last-", 0, line -> {
            missing.remove(line.replace("mailed ", ""));
            return missing.size() <= halved;
        });
        assertThat(without(acknowledged, stored))
                .as("not stored, seed %d", seed)
                .isEmpty();
        assertThat(without(stored, mailed)).as("not mailed, seed %d", seed).hasSizeLessThanOrEqualTo(halved);
        Registered all = database.look(dataSource -> new Rows(dataSource).all());
        assertThat(all.users()).isEqualTo(stored.size());
        assertThat(all.events()).isCloseTo(stored.size(), within((long) halved));
        assertThat(all.jobs()).isCloseTo(stored.size(), within((long) halved));
        int repeats = mailed.size() - new HashSet<>(mailed).size();
        assertThat(repeats).as("no more than were in flight").isLessThanOrEqualTo(inFlight.size());
        System.out.printf(
                "[kills] %s, while serving: seed %d, %d kills, %d users, %d lost, %d halves, %d of %d in flight mailed twice;"
                        + " 95 %% bound %.3f%n",
                kind,
                seed,
                KILLS,
                stored.size(),
                without(acknowledged, stored).size(),
                Math.abs(all.users() - all.events()) + Math.abs(all.users() - all.jobs()),
                repeats,
                inFlight.size(),
                3.0 / KILLS);
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static boolean isNews(String line) {
        return line.startsWith("registered ") || line.startsWith("mailed ");
    }

    /** Runs a process until a line it prints is {@code enough}, kills it, and notes what it had said by then. */
    private void serve(KilledDatabase database, String prefix, int users, Predicate<String> enough)
            throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(
                ServingProcess.class,
                database.url(),
                database.user(),
                database.password(),
                prefix,
                Integer.toString(users))) {
            String unused = child.awaitLine(enough);
            child.kill();
            int exit = child.awaitExit();
            assertThat(exit).isNotZero();
            for (String line : child.lines()) {
                if (line.startsWith("mailed ")) {
                    mailed.add(line.substring("mailed ".length()));
                } else if (line.startsWith("registered ") && line.contains("@")) {
                    acknowledged.add(line.substring("registered ".length()));
                }
            }
        }
    }
}
