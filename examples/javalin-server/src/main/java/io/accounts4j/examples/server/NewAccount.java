package io.accounts4j.examples.server;

import io.accounts4j.password.Password;
import io.accounts4j.user.User;

/** An account that the server has created, with its password. {@code toString} redacts the password. */
record NewAccount(User user, Password password) {}
