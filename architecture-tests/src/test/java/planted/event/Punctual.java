package planted.event;

import java.time.Clock;
import java.time.Instant;

class Punctual {
    Instant when(Clock clock) {
        return Instant.now(clock);
    }
}
