package io.accounts4j.testkit.contract;

import io.accounts4j.password.PasswordHasher;
import io.accounts4j.testkit.FastPasswordHasher;

class CountedWorkTest implements PasswordHasherContract {

    @Override
    public PasswordHasher hasher() {
        return new CountedWork(FastPasswordHasher.create());
    }
}
