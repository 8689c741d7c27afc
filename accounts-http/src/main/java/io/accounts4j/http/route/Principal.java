package io.accounts4j.http.route;

import io.accounts4j.session.SignedInUser;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;

/**
 * Somebody signed in.
 *
 * @param bearer true if the token came in an {@code Authorization} header, false if in a cookie
 */
public record Principal(SignedInUser signedIn, SessionToken token, boolean bearer) {

    public User user() {
        return signedIn.user();
    }
}
