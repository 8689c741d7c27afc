package io.accounts4j.jdbi;

class LentConnectionsOnMariaDbTest extends OnMariaDb implements LentConnections {}
