package io.accounts4j.jdbi;

class LentConnectionsOnH2Test extends OnH2 implements LentConnections {}
