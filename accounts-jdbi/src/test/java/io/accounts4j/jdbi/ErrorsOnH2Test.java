package io.accounts4j.jdbi;

class ErrorsOnH2Test extends OnH2 implements Errors {}
