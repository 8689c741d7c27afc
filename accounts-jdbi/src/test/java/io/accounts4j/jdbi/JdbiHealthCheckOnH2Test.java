package io.accounts4j.jdbi;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testkit.contract.HealthCheckContract;
import org.jdbi.v3.core.Jdbi;

class JdbiHealthCheckOnH2Test extends OnH2 implements HealthCheckContract {

    @Override
    public HealthCheck working() {
        return emptyStore().health();
    }

    @Override
    public HealthCheck broken() {
        return JdbiStore.over(Jdbi.create("jdbc:h2:mem:nobody;IFEXISTS=TRUE"), Database.H2)
                .health();
    }
}
