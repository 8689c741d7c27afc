package planted.testkit.contract;

import planted.event.EventBus;

/** What proves a {@link EventBus}. */
public interface EventBusContract {
    EventBus subject();
}
