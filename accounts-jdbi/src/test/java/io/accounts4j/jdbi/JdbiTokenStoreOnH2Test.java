package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TokenStoreContract;

class JdbiTokenStoreOnH2Test extends OnH2 implements TokenStoreContract {}
