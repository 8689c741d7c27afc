package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.TokenStoreContract;

class JdbiTokenStoreOnPostgresTest extends OnPostgres implements TokenStoreContract {}
