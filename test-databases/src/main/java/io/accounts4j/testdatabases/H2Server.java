package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.h2.engine.Constants;

/** H2 in memory: a database lives as long as this JVM. */
final class H2Server implements DatabaseServer {

    static final String DESCRIPTION = "H2 " + Constants.VERSION + " in-process";

    H2Server() {
        UsedDatabases.add(DESCRIPTION);
    }

    @Override
    public HikariDataSource freshDatabase() {
        return Pools.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
