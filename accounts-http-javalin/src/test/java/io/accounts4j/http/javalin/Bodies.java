package io.accounts4j.http.javalin;

import io.accounts4j.testkit.Fixtures;

/** The JSON of requests. */
final class Bodies {

    private Bodies() {}

    /** The body of a registration. */
    static String user(String email) {
        return "{\"user\":{\"email\":\"%s\",\"name\":\"New User\",\"password\":\"%s\"}}"
                .formatted(email, Fixtures.PASSWORD);
    }

    /**
     * The body of a sign-in.
     *
     * @param more further fields, from their comma on
     */
    static String credentials(String email, String password, String more) {
        return "{\"session\":{\"email\":\"%s\",\"password\":\"%s\"%s}}".formatted(email, password, more);
    }
}
