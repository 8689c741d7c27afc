package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.TransactionsContract;

@OnDatabases
class JdbiTransactionsTest extends OnDatabase implements TransactionsContract {}
