package io.accounts4j.token;

import java.time.Duration;

/** The purpose of a one-time token; a token of one purpose is invalid for every other. */
public enum TokenPurpose {
    /** Proves that the address is the user's. */
    CONFIRMATION("confirmation", Duration.ofDays(7)),
    /** A used confirmation token. Grants nothing; shows that a link opened again has done its work. */
    CONFIRMED("confirmed", Duration.ofDays(7));

    private final String code;
    private final Duration validity;

    TokenPurpose(String code, Duration validity) {
        this.code = code;
        this.validity = validity;
    }

    /** The name stored, stable over releases. */
    public String code() {
        return code;
    }

    /** How long such a token can be used. */
    public Duration validity() {
        return validity;
    }
}
