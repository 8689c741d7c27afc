package io.accounts4j.jobs;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobNode;
import io.accounts4j.job.JobSchedule;
import io.accounts4j.jobs.schedule.Schedule;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The live nodes on the jobs in a database, and the schedules, also orphaned ones. Each call is a transaction of its own. A
 * failure of the database is a {@link io.accounts4j.kernel.StoreException}. Immutable and thread-safe.
 */
public final class JobDeployment {

    private final DataSource dataSource;
    private final Database database;

    private JobDeployment(DataSource dataSource, Schema schema) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource, schema);
    }

    /** On connections of {@code dataSource}. */
    public static JobDeployment over(DataSource dataSource) {
        return new JobDeployment(dataSource, Schema.ofConnection());
    }

    /**
     * The same with its tables in another schema (MariaDB: database).
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JobDeployment inSchema(String name) {
        return new JobDeployment(dataSource, Schema.named(name));
    }

    /** The nodes that have shown lately that they live, by name. */
    public List<JobNode> nodes() {
        return call((connection, tables) -> tables.deployment().nodes(connection));
    }

    /** All schedules, by name. */
    public List<JobSchedule> schedules() {
        return call((connection, tables) -> tables.deployment().schedules(connection)).stream()
                .map(JobDeployment::withNextTick)
                .toList();
    }

    private static JobSchedule withNextTick(JobSchedule found) {
        return new JobSchedule(
                found.name(),
                found.definition(),
                found.lastTick(),
                Schedule.next(found.definition(), found.lastTick()),
                found.orphaned());
    }

    /**
     * Forgets an orphaned schedule, see {@link JobSchedule#orphaned}; jobs that it has stored stay. {@code false} where there is no
     * orphan of that name. A node that has it nevertheless begins it anew.
     */
    @CanIgnoreReturnValue
    public boolean removeSchedule(String name) {
        return call((connection, tables) -> tables.deployment().removeOrphan(connection, name));
    }

    private <T> T call(Database.Work<T> work) {
        try {
            return database.transact(work);
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the nodes and schedules could not be looked at or changed", e);
        }
    }
}
