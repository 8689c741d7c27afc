package planted.event;

import io.accounts4j.architecture.Breaks;

@Breaks("the core asks its clock for the time")
class AsksSystem {
    long now() {
        return System.currentTimeMillis();
    }
}
