package planted.jobs;

import planted.testkit.contract.StoreContract;
import planted.token.Store;

class HalfProvenOnH2Test implements StoreContract {
    @Override
    public Store subject() {
        return new HalfProven();
    }
}
