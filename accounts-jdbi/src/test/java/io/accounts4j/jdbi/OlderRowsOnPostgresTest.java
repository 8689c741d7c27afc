package io.accounts4j.jdbi;

class OlderRowsOnPostgresTest extends OnPostgres implements OlderRows {}
