package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.EventStoreContract;

class JdbiEventStoreOnPostgresTest extends OnPostgres implements EventStoreContract {}
