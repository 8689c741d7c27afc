package io.accounts4j.jdbi;

class LentConnectionsOnPostgresTest extends OnPostgres implements LentConnections {}
