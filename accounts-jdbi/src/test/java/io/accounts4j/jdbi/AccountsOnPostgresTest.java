package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.AccountsContract;

class AccountsOnPostgresTest extends OnPostgres implements AccountsContract {}
