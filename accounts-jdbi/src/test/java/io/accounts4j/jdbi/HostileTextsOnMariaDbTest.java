package io.accounts4j.jdbi;

class HostileTextsOnMariaDbTest extends OnMariaDb implements HostileTexts {}
