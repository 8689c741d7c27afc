package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TransactionsContract;

class JdbiTransactionsOnMariaDbTest extends OnMariaDb implements TransactionsContract {}
