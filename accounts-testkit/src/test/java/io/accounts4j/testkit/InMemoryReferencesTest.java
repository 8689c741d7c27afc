package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.ReferencedUserContract;
import io.accounts4j.user.UserId;

class InMemoryReferencesTest implements ReferencedUserContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }

    @Override
    public void refer(AccountStore store, UserId user) {
        ((InMemoryStore) store).refer(user);
    }
}
