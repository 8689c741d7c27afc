package io.accounts4j.http.wire;

import io.accounts4j.user.User;

/** Strong entity tags (RFC 9110, 8.8.3) from id and version: every change makes another. */
public final class ETags {

    private ETags() {}

    public static String of(User user) {
        return "\"" + user.id() + "-" + user.revision().version() + "\"";
    }

    /** Returns whether the client has {@code tag} already; {@code If-None-Match} compares weakly. */
    public static boolean isKnown(Request request, String tag) {
        for (String line : request.headers("If-None-Match")) {
            for (String known : line.split(",", -1)) {
                String strong = known.strip().startsWith("W/") ? known.strip().substring(2) : known.strip();
                if (strong.equals(tag) || strong.equals("*")) {
                    return true;
                }
            }
        }
        return false;
    }
}
