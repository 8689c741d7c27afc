package planted.event;

import io.accounts4j.architecture.Breaks;
import java.time.Instant;
import java.util.function.Supplier;

@Breaks("the core asks its clock for the time")
class AsksInstant {
    final Supplier<Instant> now = Instant::now;
}
