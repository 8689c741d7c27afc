package io.accounts4j.jdbi;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testkit.contract.HealthCheckContract;
import org.jdbi.v3.core.Jdbi;

class JdbiHealthCheckOnMariaDbTest extends OnMariaDb implements HealthCheckContract {

    @Override
    public HealthCheck working() {
        return emptyStore().health();
    }

    @Override
    public HealthCheck broken() {
        return JdbiStore.over(Jdbi.create("jdbc:mariadb://127.0.0.1:1/none"), Database.MARIADB)
                .health();
    }
}
