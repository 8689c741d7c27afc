package io.accounts4j.jobs;

import static org.awaitility.Awaitility.await;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.HealthCheckContract;

/** The contract of the port: an engine at work, and one whose database is cut off. */
@OnDatabases
class EngineHealthTest extends JobEngineFixture implements HealthCheckContract {

    private static final JobHandler IDLE = handler(run -> JobResult.complete());

    @Override
    public HealthCheck working() {
        HealthCheck health = start(quick(IDLE)).health();
        await().atMost(SOON).until(() -> health.check().ok());
        return health;
    }

    @Override
    public HealthCheck broken() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        HealthCheck health =
                start(quick(JobEngine.builder(faulty.dataSource()), IDLE)).health();
        faulty.cut();
        await().atMost(SOON).until(() -> !health.check().ok());
        return health;
    }
}
