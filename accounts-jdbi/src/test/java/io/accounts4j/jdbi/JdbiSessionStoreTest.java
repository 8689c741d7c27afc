package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.SessionStoreContract;

@OnDatabases
class JdbiSessionStoreTest extends OnDatabase implements SessionStoreContract {}
