package io.accounts4j.http.guard;

import io.accounts4j.kernel.ServerUrl;
import java.net.URI;

/**
 * The address users reach the site by.
 *
 * @param origin scheme, host and port as browsers write them in {@code Origin} (RFC 6454): lower case, no default port
 * @param path the prefix of every path of ours; empty, or with a slash at the front and none at the end
 */
public record PublicUrl(String origin, String path) {

    public static PublicUrl of(URI url) {
        ServerUrl site = ServerUrl.ofSite(url);
        return new PublicUrl(site.origin(), site.path().replaceAll("/+$", ""));
    }
}
