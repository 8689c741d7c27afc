package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.integration.Rows.Registered;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.testdatabases.ChildJvm;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A process is killed (SIGKILL) before and after each statement of a registration and of its commit. Nothing is left of a
 * registration before its commit, and everything after.
 */
@OnDatabases
class KilledWhileRegisteringTest {

    private static final int ROUNDS = Integer.getInteger("accounts.rounds", 3);

    @Parameter
    TestDatabase kind;

    @Test
    void a_registration_is_whole_or_not_at_all_wherever_its_process_is_killed(@TempDir Path directory)
            throws InterruptedException {
        KilledDatabase database = KilledDatabase.of(kind, directory);
        Set<String> points = new LinkedHashSet<>();
        Registered before = Registered.NOT;
        int kills = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean done = false;
            for (int point = 0; !done; point++) {
                String where = killAt(database, "user" + kills + "@example.com", point);
                done = where.startsWith("at the end");
                kills++;
                points.add(where);
                boolean committed = done || where.equals("at after commit");
                Registered after = stored(database);
                assertThat(after).as("killed %s", where).isEqualTo(committed ? oneMore(before) : before);
                before = after;
            }
        }
        // The statements are at least those that store user, event and job.
        assertThat(points).contains("at after statement 3", "at before commit", "at after commit");
        report("at " + points.size() + " points of a registration", kills);
    }

    @Test
    void a_registration_is_whole_or_not_at_all_when_its_process_is_killed_in_the_commit(@TempDir Path directory)
            throws InterruptedException {
        KilledDatabase database = KilledDatabase.of(kind, directory);
        Registered before = Registered.NOT;
        int kills = ROUNDS + 2;
        for (int kill = 0; kill < kills; kill++) {
            killAt(database, "user" + kill + "@example.com", RegisteringProcess.IN_COMMIT);
            Registered after = stored(database);
            assertThat(after).isIn(before, oneMore(before));
            before = after;
        }
        report("in the commit of a registration", kills);
    }

    private static Registered stored(KilledDatabase database) {
        return database.look(dataSource -> new Rows(dataSource).all());
    }

    private static Registered oneMore(Registered than) {
        return new Registered(than.users() + 1, than.events() + 1, than.jobs() + 1);
    }

    private void report(String where, int kills) {
        System.out.printf("[kills] %s: %d kills %s, 0 halves; 95 %% bound %.3f%n", kind, kills, where, 3.0 / kills);
    }

    @CanIgnoreReturnValue
    private String killAt(KilledDatabase database, String email, int point) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(
                RegisteringProcess.class,
                database.url(),
                database.user(),
                database.password(),
                email,
                Integer.toString(point))) {
            String where = child.awaitLine(line -> line.startsWith("at "));
            child.kill();
            return where;
        }
    }
}
