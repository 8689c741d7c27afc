package planted.event;

import planted.kernel.Port;

/** A port that HTTP may see. */
@Port
public interface EventBus {
    void publish(String event);
}
