package io.accounts4j.http;

import io.accounts4j.session.Session;
import io.accounts4j.session.SignedInUser;
import io.accounts4j.user.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Core values as JSON. Times are RFC 3339 in UTC; nothing here has a password, a hash or a token. */
final class Views {

    private Views() {}

    static Map<String, @Nullable Object> user(User user) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", user.id().toString());
        json.put("email", user.email().address());
        json.put("name", user.name());
        json.put("is_admin", user.administrator());
        json.put("confirmed_at", user.confirmedAt().map(Instant::toString).orElse(null));
        json.put(
                "disabled_at", user.status().disabledAt().map(Instant::toString).orElse(null));
        json.put("inserted_at", user.insertedAt().toString());
        json.put("updated_at", user.updatedAt().toString());
        return json;
    }

    static Map<String, Object> signedIn(SignedInUser signedIn) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", user(signedIn.user()));
        json.put("session", session(signedIn.session()));
        return json;
    }

    private static Map<String, Object> session(Session session) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", session.id().toString());
        json.put("created_at", session.createdAt().toString());
        json.put("expires_at", session.expiresAt().toString());
        return json;
    }
}
