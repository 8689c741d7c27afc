package io.accounts4j.testdatabases;

/** A server is neither installed on this machine nor available for it from Maven. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1L;

    NotInstalledException(String message) {
        super(message);
    }
}
