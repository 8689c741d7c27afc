package io.accounts4j.examples.server;

import io.accounts4j.password.Password;
import io.accounts4j.user.User;

/** An account the server has made by itself, with the password nobody has seen yet. Safe to print. */
record NewAccount(User user, Password password) {}
