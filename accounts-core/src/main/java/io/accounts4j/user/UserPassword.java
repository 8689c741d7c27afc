package io.accounts4j.user;

import io.accounts4j.password.PasswordHash;

/** A user and the hash their password is checked against. */
public record UserPassword(User user, PasswordHash hash) {}
