package planted.job;

import io.accounts4j.architecture.Breaks;

@Breaks("the core compares text exactly")
class Lax {
    boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
