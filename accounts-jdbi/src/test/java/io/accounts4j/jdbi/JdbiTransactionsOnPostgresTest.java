package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TransactionsContract;

class JdbiTransactionsOnPostgresTest extends OnPostgres implements TransactionsContract {}
