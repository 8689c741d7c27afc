package planted.testkit.contract;

import planted.event.EventBus;

/** The contract of {@link EventBus}. */
public interface EventBusContract {
    EventBus subject();
}
