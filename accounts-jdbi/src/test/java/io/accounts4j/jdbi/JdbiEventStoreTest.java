package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.EventStoreContract;

@OnDatabases
class JdbiEventStoreTest extends OnDatabase implements EventStoreContract {}
