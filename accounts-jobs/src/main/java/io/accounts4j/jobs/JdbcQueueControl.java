package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.AbstractQueueControl;
import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueSetting;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Overrides queue settings of engines on the same database at run time. Stored; each call is a transaction of its own. A
 * node has the name that its engine was built with. A failure of the database is a {@link
 * io.accounts4j.kernel.StoreException}. Immutable and thread-safe.
 */
public final class JdbcQueueControl extends AbstractQueueControl {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcQueueControl.class);
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;
    private final Schema schema;
    private final Database database;
    private final Optional<EventBus> bus;

    private JdbcQueueControl(DataSource dataSource, Schema schema, Optional<EventBus> bus) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.database = new Database(dataSource, schema);
        this.bus = bus;
    }

    /** On connections of {@code dataSource}. */
    public static JdbcQueueControl over(DataSource dataSource) {
        return new JdbcQueueControl(dataSource, Schema.ofConnection(), Optional.empty());
    }

    /**
     * The same with its tables in another schema (MariaDB: database).
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbcQueueControl inSchema(String name) {
        return new JdbcQueueControl(dataSource, Schema.named(name), bus);
    }

    /** The same, and engines that listen to {@code announces} follow at once instead of at their next look. */
    public JdbcQueueControl wakeUps(EventBus announces) {
        return new JdbcQueueControl(dataSource, schema, Optional.of(announces));
    }

    @Override
    public void pause(String queue, Nodes nodes) {
        super.pause(queue, nodes);
        try {
            if (database.transact((connection, tables) -> tables.health().unknownPauses(connection))
                    .contains(queue)) {
                LOG.warn("a queue was paused that no live node works on: queue={}; is that its name?", queue);
            }
        } catch (SQLException e) {
            LOG.info("could not check that a node works on the paused queue: cause={}", SqlErrors.codes(e));
        }
    }

    @Override
    public void reset(String queue) {
        change(queue, (connection, tables) -> {
            tables.queues().reset(connection, queue);
            return queue;
        });
    }

    @Override
    public List<QueueSetting> settings() {
        try {
            return database.transact((connection, tables) -> tables.queues().all(connection));
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the settings of queues could not be read", e);
        }
    }

    @Override
    protected void apply(QueueSetting said) {
        change(said.queue(), (connection, tables) -> {
            tables.queues().say(connection, said);
            return said.queue();
        });
    }

    private void change(String queue, Database.Work<String> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                var unused = database.transact(work);
                break;
            } catch (SQLException e) {
                // Two may say the first word about a queue at once.
                if (!SqlErrors.isDuplicate(e) || attempt == ATTEMPTS) {
                    throw SqlErrors.toStoreException("the settings of queue " + queue + " were not changed", e);
                }
            }
        }
        bus.ifPresent(on -> on.publish(new Signal(Signal.JOB_QUEUES, queue)));
    }
}
