package io.accounts4j.jdbi;

class ErrorsOnMariaDbTest extends OnMariaDb implements Errors {}
