package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TransactionsContract;

class JdbiTransactionsOnH2Test extends OnH2 implements TransactionsContract {}
