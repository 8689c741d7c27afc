package planted.jobs;

import io.accounts4j.architecture.Breaks;
import planted.token.Store;

@Breaks({"every adapter runs the contract of its port", "a database adapter runs it on every database"})
class Smuggler {
    Store smuggle() {
        return new Store() {
            @Override
            public void put(String key) {}
        };
    }
}
