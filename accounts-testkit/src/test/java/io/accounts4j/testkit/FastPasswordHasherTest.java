package io.accounts4j.testkit;

import io.accounts4j.password.PasswordHasher;
import io.accounts4j.testkit.contract.PasswordHasherContract;

class FastPasswordHasherTest implements PasswordHasherContract {

    @Override
    public PasswordHasher hasher() {
        return FastPasswordHasher.create();
    }
}
