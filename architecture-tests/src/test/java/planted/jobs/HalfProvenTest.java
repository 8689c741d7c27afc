package planted.jobs;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import planted.testkit.contract.StoreContract;
import planted.token.Store;

@OnDatabases({TestDatabase.H2, TestDatabase.POSTGRES})
class HalfProvenTest implements StoreContract {
    @Override
    public Store subject() {
        return new HalfProven();
    }
}
