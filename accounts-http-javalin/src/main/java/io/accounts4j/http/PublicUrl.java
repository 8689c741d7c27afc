package io.accounts4j.http;

import java.net.URI;
import java.util.Locale;

/**
 * The address users reach the site by.
 *
 * @param origin scheme, host and port as browsers write them in {@code Origin} (RFC 6454): lower case, no default port
 * @param path what comes before every path of ours; empty, or with a slash at the front and none at the end
 */
record PublicUrl(String origin, String path) {

    static PublicUrl of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a public URL looks like https://app.example.org, not " + url);
        }
        int defaultPort = scheme.equals("https") ? 443 : 80;
        boolean bare = url.getPort() == -1 || url.getPort() == defaultPort;
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return new PublicUrl(
                scheme + "://" + host + (bare ? "" : ":" + url.getPort()),
                url.getRawPath().replaceAll("/+$", ""));
    }
}
