package io.accounts4j.signin;

import io.accounts4j.password.Password;

/** The typed values of a sign-in. */
public record Credentials(String email, Password password) {}
