package io.accounts4j.http.signin;

import io.accounts4j.http.view.UserView;
import io.accounts4j.http.wire.Times;
import io.accounts4j.session.Session;
import io.accounts4j.session.SignedInUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sessions as JSON; nothing here has a password, a hash or a token. */
final class JsonViews {

    private JsonViews() {}

    static Map<String, Object> signedIn(SignedInUser signedIn) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", UserView.of(signedIn.user()));
        json.put("session", session(signedIn.session()));
        return json;
    }

    private static Map<String, Object> session(Session session) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", session.id().toString());
        json.put("created_at", Times.json(session.createdAt()));
        json.put("expires_at", Times.json(session.expiresAt()));
        return json;
    }
}
