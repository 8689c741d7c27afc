package io.accounts4j.smtp;

import io.accounts4j.password.Password;

/**
 * Credentials for the server.
 *
 * @param user the user name
 * @param password the secret; {@code toString} redacts it
 */
record Login(String user, Password password) {}
