package io.accounts4j.jdbi;

class ErrorsOnPostgresTest extends OnPostgres implements Errors {}
