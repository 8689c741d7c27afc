package io.accounts4j.testkit;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.testkit.contract.EventBusContract;

class InProcessEventBusTest implements EventBusContract {

    @Override
    public EventBus bus() {
        return new InProcessEventBus();
    }
}
