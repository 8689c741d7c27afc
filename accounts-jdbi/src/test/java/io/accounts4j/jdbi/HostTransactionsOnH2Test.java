package io.accounts4j.jdbi;

class HostTransactionsOnH2Test extends OnH2 implements HostTransactions {}
