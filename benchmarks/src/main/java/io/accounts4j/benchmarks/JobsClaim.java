package io.accounts4j.benchmarks;

import io.accounts4j.jobs.sql.ClaimRequest;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.JobTable;
import io.accounts4j.jobs.sql.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Claim due jobs from a table that holds nothing else (the floor), and from tables full of future and finished jobs and of due
 * jobs of a kind without a handler.
 */
public final class JobsClaim {

    private static final int JOBS = 10_000;
    private static final int AT_ONCE = 20;
    private static final int LOOKS = 2_000;
    private static final int FUTURE = 20_000;
    private static final int FINISHED = 100_000;
    private static final int UNKNOWN = 30_000;

    private JobsClaim() {}

    /** Prints a table of claims that find jobs, and one of claims that find none. */
    public static void main(String[] arguments) {
        Postgres empty = new Postgres();
        System.out.println(Machine.describe(empty.version()));
        Rounds claims = new Rounds("Claim %d at once, per job".formatted(AT_ONCE), empty);
        Rounds looks = new Rounds("Look for due jobs where none are, per look", empty);
        for (int times : new int[] {0, 1, 10}) {
            Postgres postgres = times == 0 ? empty : new Postgres();
            crowd(postgres, times * FUTURE, times * FINISHED, times * UNKNOWN);
            String name = times == 0
                    ? "empty table (floor)"
                    : "%,d future, %,d finished, %,d of an unknown kind"
                            .formatted(times * FUTURE, times * FINISHED, times * UNKNOWN);
            claims.contestant(name, new Claim(postgres, JOBS, JOBS / AT_ONCE));
            looks.contestant(name, new Claim(postgres, 0, LOOKS));
        }
        System.out.print(claims.run(2, 5).table());
        System.out.print(looks.run(1, 5).table());
        System.exit(0);
    }

    /** In the queue that is claimed from, at its priority. */
    private static void crowd(Postgres postgres, int future, int finished, int unknown) {
        postgres.execute("""
                insert into accounts_jobs (state, queue, kind, args, run_at)
                select 'scheduled', 'default', '%s', '{"number": 1}', now() + interval '1 day' + (n || ' seconds')::interval
                from generate_series(1, %d) n
                """.formatted(OurJobs.KIND, future));
        postgres.execute("""
                insert into accounts_jobs (state, queue, kind, args, attempt, lease, run_at, finalized_at)
                select 'completed', 'default', '%s', '{"number": 1}', 1, 2, now() - (n || ' seconds')::interval,
                       now() - (n || ' seconds')::interval
                from generate_series(1, %d) n
                """.formatted(OurJobs.KIND, finished));
        postgres.execute("""
                insert into accounts_jobs (queue, kind, args, run_at)
                select 'default', 'benchmark.removed', '{"number": 1}', now() - interval '1 day'
                from generate_series(1, %d) n
                """.formatted(unknown));
        postgres.execute("analyze accounts_jobs");
    }

    /** Claims so many times, of so many jobs that are due. */
    private record Claim(Postgres postgres, int due, int claims) implements Rounds.Turn {
        @Override
        public void prepare() {
            new FloorJobs(postgres).enqueueAll(due);
            postgres.settle();
        }

        @Override
        public void work() {
            try (Connection connection = postgres.dataSource().getConnection()) {
                JobTable jobs = new JobTable(Dialects.of(connection), Schema.ofConnection());
                ClaimRequest request = new ClaimRequest(1, List.of(OurJobs.KIND), Map.of("default", AT_ONCE));
                int claimed = 0;
                for (int claim = 0; claim < claims; claim++) {
                    claimed += jobs.claim(connection, request).size();
                }
                if (claimed != due) {
                    throw new IllegalStateException("%d of %d jobs were claimed".formatted(claimed, due));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void end() {
            postgres.execute("delete from accounts_jobs where state = 'executing'");
        }

        @Override
        public int operations() {
            return due == 0 ? claims : due;
        }
    }
}
