package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.TokenStoreContract;

@OnDatabases
class JdbiTokenStoreTest extends OnDatabase implements TokenStoreContract {}
