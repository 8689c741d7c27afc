package io.accounts4j.http.guard;

import io.accounts4j.http.wire.Headers;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps other sites from acting through the browsers of our users, by what browsers say of the page that asks ({@code
 * Origin}, {@code Sec-Fetch-Site}) and never by {@code Host}. No tokens in forms are needed. Thread-safe.
 */
public final class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private final String publicOrigin;
    private final Set<String> allowedOrigins;

    public CrossSite(String publicOrigin, Set<String> allowedOrigins) {
        this.publicOrigin = publicOrigin;
        this.allowedOrigins = allowedOrigins.stream()
                .filter(origin -> !origin.equals(publicOrigin))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses what a foreign page asks. In this order: our own or an allowed origin passes; else {@code Sec-Fetch-Site}
     * decides; else any other origin is refused; what names neither comes from no browser, unless it looks like a form.
     *
     * @param cookies true if the request has a session cookie that would count
     */
    public void check(Request request, boolean cookies) {
        Optional<String> origin = origin(request);
        boolean safe = SAFE.contains(request.method());
        if ((safe && origin.isEmpty()) || origin.filter(this::isKnown).isPresent()) {
            return;
        }
        boolean passes = Headers.first(request, "Sec-Fetch-Site")
                .map(OWN::contains)
                .orElseGet(() -> origin.isEmpty() && !looksLikeForm(request, cookies));
        if (!passes) {
            throw ProblemException.of(ProblemType.CROSS_SITE, "this may not be asked from another site");
        }
    }

    /** The allowed origin of another site that asks, if it is one. */
    public Optional<String> allowed(Request request) {
        return origin(request).filter(allowedOrigins::contains);
    }

    public boolean allowsOrigins() {
        return !allowedOrigins.isEmpty();
    }

    private boolean isKnown(String origin) {
        return origin.equals(publicOrigin) || allowedOrigins.contains(origin);
    }

    private static Optional<String> origin(Request request) {
        return Headers.first(request, "Origin");
    }

    /**
     * A form, or with a cookie anything a form could send; browsers ask before they send other types or methods. The
     * header is read as it came: {@code getContentType()} throws for a character set that does not exist.
     */
    private static boolean looksLikeForm(Request request, boolean cookies) {
        String type = Headers.first(request, "Content-Type").orElse("");
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean simple = media.isEmpty() || media.equals("text/plain");
        return FORMS.contains(media) || (request.method().equals("POST") && simple && cookies);
    }
}
