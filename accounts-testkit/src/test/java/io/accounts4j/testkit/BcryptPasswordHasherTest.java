package io.accounts4j.testkit;

import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.testkit.contract.PasswordHasherContract;

class BcryptPasswordHasherTest implements PasswordHasherContract {

    @Override
    public PasswordHasher hasher() {
        return BcryptPasswordHasher.ofCost(BcryptPasswordHasher.MIN_COST);
    }
}
