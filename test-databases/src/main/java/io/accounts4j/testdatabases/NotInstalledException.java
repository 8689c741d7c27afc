package io.accounts4j.testdatabases;

/** A server that does not come from Maven is not on this machine. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1L;

    NotInstalledException(String message) {
        super(message);
    }
}
