package io.accounts4j.signin;

import io.accounts4j.password.Password;

/** What somebody typed to be recognised. */
public record Credentials(String email, Password password) {}
