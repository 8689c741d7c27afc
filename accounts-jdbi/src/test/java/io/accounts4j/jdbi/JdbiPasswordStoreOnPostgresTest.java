package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.PasswordStoreContract;

class JdbiPasswordStoreOnPostgresTest extends OnPostgres implements PasswordStoreContract {}
