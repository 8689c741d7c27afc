package io.accounts4j.examples.server;

/** Where the server runs, from {@code ACCOUNTS_ENV}. */
enum Environment {
    /** On a developer's machine: everything has a default, only this machine can connect, mail is shown in the browser. */
    DEV,
    /** For real: nothing that matters has a default. */
    PROD
}
