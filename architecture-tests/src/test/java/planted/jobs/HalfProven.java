package planted.jobs;

import io.accounts4j.architecture.Breaks;
import planted.token.Store;

@Breaks("a database adapter runs it on every database")
class HalfProven implements Store {
    @Override
    public void put(String key) {}
}
