package planted.jdbi;

import planted.testkit.contract.StoreContract;
import planted.token.Store;

class HonestStoreOnMariaDbTest implements StoreContract {
    @Override
    public Store subject() {
        return new HonestStore();
    }
}
