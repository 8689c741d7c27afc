package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.AccountsContract;

@OnDatabases
class AccountsTest extends OnDatabase implements AccountsContract {}
