package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.AccountsContract;

class AccountsOnH2Test extends OnH2 implements AccountsContract {}
