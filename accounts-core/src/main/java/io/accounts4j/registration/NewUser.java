package io.accounts4j.registration;

import io.accounts4j.password.Password;
import org.jspecify.annotations.Nullable;

/** The typed values of a registration; each may be missing or wrong. */
public record NewUser(
        @Nullable String email,
        @Nullable String name,
        @Nullable Password password) {}
