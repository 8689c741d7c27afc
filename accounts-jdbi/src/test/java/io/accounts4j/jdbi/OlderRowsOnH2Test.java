package io.accounts4j.jdbi;

class OlderRowsOnH2Test extends OnH2 implements OlderRows {}
