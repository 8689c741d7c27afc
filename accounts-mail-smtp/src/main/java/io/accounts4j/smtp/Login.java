package io.accounts4j.smtp;

import io.accounts4j.password.Password;

/**
 * What the server knows us by.
 *
 * @param user the name
 * @param password the secret, redacted wherever it is printed
 */
record Login(String user, Password password) {}
