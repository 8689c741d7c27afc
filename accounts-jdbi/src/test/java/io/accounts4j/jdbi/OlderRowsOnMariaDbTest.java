package io.accounts4j.jdbi;

class OlderRowsOnMariaDbTest extends OnMariaDb implements OlderRows {}
