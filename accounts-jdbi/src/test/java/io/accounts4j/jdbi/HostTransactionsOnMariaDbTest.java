package io.accounts4j.jdbi;

class HostTransactionsOnMariaDbTest extends OnMariaDb implements HostTransactions {}
