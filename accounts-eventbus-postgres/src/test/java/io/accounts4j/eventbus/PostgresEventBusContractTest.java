package io.accounts4j.eventbus;

import io.accounts4j.event.EventBus;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.EventBusContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;

@OnDatabases(TestDatabase.POSTGRES)
class PostgresEventBusContractTest implements EventBusContract {

    @Parameter
    TestDatabase postgres;

    private final List<PostgresEventBus> opened = new ArrayList<>();

    @Override
    public EventBus bus() {
        PostgresEventBus bus = PostgresEventBus.over(postgres.freshDatabase());
        opened.add(bus);
        return bus;
    }

    @AfterEach
    void close() {
        opened.forEach(PostgresEventBus::close);
    }
}
