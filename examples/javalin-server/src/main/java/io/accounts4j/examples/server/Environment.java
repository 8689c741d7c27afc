package io.accounts4j.examples.server;

/** The kind of deployment, from {@code ACCOUNTS_ENV}. */
enum Environment {
    /** A developer's machine: every setting has a default, only this machine can connect, the browser shows mail. */
    DEV,
    /** Production: settings that matter have no default. */
    PROD
}
