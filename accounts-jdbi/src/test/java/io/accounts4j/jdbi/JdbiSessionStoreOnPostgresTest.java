package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.SessionStoreContract;

class JdbiSessionStoreOnPostgresTest extends OnPostgres implements SessionStoreContract {}
