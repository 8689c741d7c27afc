package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.PasswordStoreContract;

class JdbiPasswordStoreOnH2Test extends OnH2 implements PasswordStoreContract {}
