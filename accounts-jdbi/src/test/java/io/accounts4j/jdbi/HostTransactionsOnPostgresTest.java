package io.accounts4j.jdbi;

class HostTransactionsOnPostgresTest extends OnPostgres implements HostTransactions {}
