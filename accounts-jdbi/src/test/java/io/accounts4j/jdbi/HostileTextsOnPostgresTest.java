package io.accounts4j.jdbi;

class HostileTextsOnPostgresTest extends OnPostgres implements HostileTexts {}
