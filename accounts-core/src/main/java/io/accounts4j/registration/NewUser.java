package io.accounts4j.registration;

import io.accounts4j.password.Password;
import org.jspecify.annotations.Nullable;

/** What somebody typed to get an account; anything may be missing or wrong. */
public record NewUser(
        @Nullable String email,
        @Nullable String name,
        @Nullable Password password) {}
