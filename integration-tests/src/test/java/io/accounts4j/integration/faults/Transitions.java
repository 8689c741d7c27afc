package io.accounts4j.integration.faults;

import java.util.List;

/** Every change of a job's row, noted by a trigger: who wrote what under which lease is known from no engine. */
final class Transitions {

    private static final String NOTED = """
            create table noted (
              at timestamptz not null default clock_timestamp(), seq bigint generated always as identity,
              job bigint, writer text, was text, becomes text, lease_was bigint, lease bigint, holder text,
              attempt int, max_attempts int, early boolean);
            create function note() returns trigger language plpgsql as $$ begin
              insert into noted (job, writer, was, becomes, lease_was, lease, holder, attempt, max_attempts, early)
              values (old.id, current_setting('application_name'), old.state, new.state, old.lease, new.lease,
                (select name from accounts_job_nodes
                  where id = old.node_id and expires_at >= clock_timestamp()), new.attempt, new.max_attempts,
                new.state = 'executing' and old.run_at > clock_timestamp());
              return null; end $$;
            create trigger note after update on accounts_jobs for each row execute function note();
            """;

    /** A job taken from a node that lives by another one. */
    private static final String STOLEN = """
            select writer || ' wrote ' || becomes || ' of job ' || job || ' held by ' || holder from noted
            where was = 'executing' and holder is not null and holder <> writer
            """;

    private static final String BACKWARDS = """
            select 'lease ' || lease_was || ' then ' || lease || ' of job ' || job from noted where lease <= lease_was
            """;

    private static final String EARLY =
            "select 'job ' || job || ' was claimed early by ' || writer from noted where early";

    private static final String BROKEN = "select 'job ' || job || ' left ' || was || ' for ' || becomes from noted"
            + " where was in ('completed', 'discarded', 'cancelled')";

    private static final String TOO_OFTEN =
            "select 'job ' || job || ' was tried ' || attempt || ' times' from noted where attempt > max_attempts";

    private final FaultDatabase database;

    private Transitions(FaultDatabase database) {
        this.database = database;
    }

    /** Notes from now on. */
    static Transitions of(FaultDatabase database) {
        database.execute(NOTED);
        return new Transitions(database);
    }

    /** How often a job was taken from a node that lived no more. */
    int rescues() {
        return (int) database.count("select count(*) from noted where was = 'executing' and holder is null");
    }

    /** The history of one job, step by step. */
    List<String> history(String key) {
        return database.texts("select to_char(at, 'HH24:MI:SS.MS ') || was || ' -> ' || becomes || ' by ' || writer"
                + " from noted where job = (select id from accounts_jobs where args ->> 'key' = '" + key
                + "') order by seq");
    }

    /** A step that no engine may take, and one took. */
    List<String> violations() {
        return List.of(STOLEN, BACKWARDS, EARLY, BROKEN, TOO_OFTEN).stream()
                .flatMap(query -> database.texts(query).stream())
                .toList();
    }
}
