package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The first job of each kind and priority that waits in queues of MariaDB. One compound statement goes from head to head of the
 * index; each step is a minimum that the server takes by one look-up, however many jobs wait. A {@code group by} was seen to walk
 * all of them, and a correlated subquery takes no look-up. Thread-safe.
 */
final class KindHeads {

    private static final String HEADS = """
            begin not atomic
              declare q, k varchar(127) character set utf8mb4 collate utf8mb4_nopad_bin default '';
              declare p smallint;
              declare micros bigint;
              {each queue}
                set k = '';
                kinds: loop
                  select min(kind) into k from {jobs} where waiting = q and kind > k;
                  if k is null then leave kinds; end if;
                  set p = -1;
                  priorities: loop
                    select min(priority) into p from {jobs} where waiting = q and kind = k and priority > p;
                    if p is null then leave priorities; end if;
                    select {wait} into micros from {jobs} where waiting = q and kind = k and priority = p{condition};
                    if micros is not null then select q, k, p, micros; end if;
                  end loop;
                end loop;
              {end of queue};
            end""";

    private static final String EVERY_QUEUE = """
            queues: loop
                select min(waiting) into q from {jobs} where waiting > q;
                if q is null then leave queues; end if;""";

    private final String ofAll;
    private final String ofSome;

    /** Of the jobs for which {@code condition} holds, which is empty or begins with {@code and}. */
    KindHeads(Dialect dialect, Schema schema, String condition) {
        String heads = HEADS.replace("{condition}", condition)
                .replace("{wait}", dialect.toMicros("min(run_at)") + " - " + dialect.toMicros(dialect.now()));
        this.ofAll =
                schema.in(heads.replace("{each queue}", EVERY_QUEUE).replace("{end of queue}", "end loop"), dialect);
        this.ofSome = schema.in(
                heads.replace("{each queue}", "for wanted in ({wanted}) do set q = wanted.queue;")
                        .replace("{end of queue}", "end for"),
                dialect);
    }

    /** A kind and priority of a queue, and the microseconds until its first job is due; 0 or fewer for a job that is due. */
    record Head(String queue, String kind, int priority, long micros) {}

    /** Returns the heads of every queue. */
    List<Head> ofAll(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ofAll)) {
            return heads(statement);
        }
    }

    /** Returns the heads of {@code queues}. */
    List<Head> of(Connection connection, Collection<String> queues) throws SQLException {
        if (queues.isEmpty()) {
            return List.of();
        }
        String wanted = String.join(" union all ", Collections.nCopies(queues.size(), "select ? as queue"));
        try (PreparedStatement statement = connection.prepareStatement(ofSome.replace("{wanted}", wanted))) {
            int parameter = 1;
            for (String queue : queues) {
                statement.setString(parameter++, queue);
            }
            return heads(statement);
        }
    }

    /** A compound statement returns each row as a result of its own. */
    private static List<Head> heads(PreparedStatement statement) throws SQLException {
        List<Head> found = new ArrayList<>();
        boolean isRow = statement.execute();
        while (isRow || statement.getUpdateCount() >= 0) {
            if (isRow) {
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    found.add(new Head(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)));
                }
            }
            isRow = statement.getMoreResults();
        }
        return found;
    }
}
