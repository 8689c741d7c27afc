package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TokenStoreContract;

class JdbiTokenStoreOnMariaDbTest extends OnMariaDb implements TokenStoreContract {}
