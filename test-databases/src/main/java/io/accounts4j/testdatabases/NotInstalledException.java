package io.accounts4j.testdatabases;

/** A server cannot be had on this machine: neither installed nor, for it, from Maven. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1L;

    NotInstalledException(String message) {
        super(message);
    }
}
