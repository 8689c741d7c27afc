package planted.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import planted.testkit.contract.StoreContract;
import planted.token.Store;

@OnDatabases
class HonestStoreTest implements StoreContract {
    @Override
    public Store subject() {
        return new HonestStore();
    }
}
