package io.accounts4j.jdbi;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.HealthCheckContract;
import org.jdbi.v3.core.Jdbi;

@OnDatabases
class JdbiHealthCheckTest extends OnDatabase implements HealthCheckContract {

    @Override
    public HealthCheck working() {
        return emptyStore().health();
    }

    @Override
    public HealthCheck broken() {
        JdbiStore store = switch (database) {
            case H2 -> JdbiStore.over(Jdbi.create("jdbc:h2:mem:nobody;IFEXISTS=TRUE"), Database.H2);
            case POSTGRES -> JdbiStore.over(Jdbi.create("jdbc:postgresql://127.0.0.1:1/none"), Database.POSTGRESQL);
            case MARIADB -> JdbiStore.over(Jdbi.create("jdbc:mariadb://127.0.0.1:1/none"), Database.MARIADB);
        };
        return store.health();
    }
}
