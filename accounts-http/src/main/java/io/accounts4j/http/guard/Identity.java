package io.accounts4j.http.guard;

import io.accounts4j.Accounts;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.wire.Cookies;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import io.accounts4j.kernel.NotAllowedException;
import io.accounts4j.token.SessionToken;
import java.util.List;
import java.util.Optional;

/**
 * Recognises who asks: by a bearer token (RFC 6750) in the {@code Authorization} header, or else by the session cookie.
 * A bearer token makes cookies count for nothing, also when it is worth nothing itself. Thread-safe.
 */
public final class Identity {

    private static final String CHALLENGE = "Bearer realm=\"accounts\"";
    private static final String BEARER = "bearer ";

    private final Accounts accounts;
    private final Cookies cookies;
    private final CrossSite crossSite;

    public Identity(Accounts accounts, Cookies cookies, CrossSite crossSite) {
        this.accounts = accounts;
        this.cookies = cookies;
        this.crossSite = crossSite;
    }

    /** Returns the signed-in user of {@code request}. */
    public Optional<Principal> of(Request request) {
        boolean bearer = hasBearer(request);
        Optional<String> shown = bearer ? bearer(request) : cookie(request);
        return shown.flatMap(SessionToken::parse)
                .flatMap(token -> accounts.sessions().find(token).map(found -> new Principal(found, token, bearer)));
    }

    public static boolean hasBearer(Request request) {
        return authorization(request).stream().anyMatch(Identity::isBearer);
    }

    /** The refusal of somebody who is not signed in. */
    public static ProblemException unauthenticated(Request request) {
        String challenge = hasBearer(request) ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE;
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "sign in first").with("WWW-Authenticate", challenge);
    }

    /** The refusal of somebody who was let in and whose session, account or right has ended since. */
    public static ProblemException notAllowed(NotAllowedException e, Request request) {
        return e.reason() == NotAllowedException.Reason.RIGHT_LOST
                ? ProblemException.of(ProblemType.FORBIDDEN, "you may not do this any more")
                : unauthenticated(request);
    }

    /** The refusal of a sign-in, the same for every reason. */
    public static ProblemException invalidCredentials() {
        return ProblemException.of(ProblemType.INVALID_CREDENTIALS, "Invalid email or password")
                .with("WWW-Authenticate", CHALLENGE);
    }

    /** Returns whether the request has a session cookie that counts. */
    public boolean hasCookie(Request request) {
        return !hasBearer(request) && cookie(request).isPresent();
    }

    /** The session cookie, unless a page of another site asks: those are served for bearer tokens only. */
    private Optional<String> cookie(Request request) {
        return crossSite.allowed(request).isPresent() ? Optional.empty() : cookies.value(request, cookies.session());
    }

    private static Optional<String> bearer(Request request) {
        List<String> lines = authorization(request);
        return lines.size() == 1
                ? Optional.of(lines.get(0).substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static boolean isBearer(String line) {
        return line.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static List<String> authorization(Request request) {
        return request.headers("Authorization");
    }
}
