package planted.jobs;

import io.accounts4j.architecture.Breaks;
import planted.token.Store;

@Breaks({"every adapter runs the contract of its port", "a database adapter runs it on every database"})
class Untested implements Store {
    @Override
    public void put(String key) {}
}
