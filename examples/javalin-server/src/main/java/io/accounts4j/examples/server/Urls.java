package io.accounts4j.examples.server;

import io.accounts4j.kernel.MalformedUrlException;
import io.accounts4j.kernel.ServerUrl;
import java.net.URI;

/** Parses settings that are URLs. */
final class Urls {

    private Urls() {}

    /** Parses {@code text}; {@link MalformedException} if it is no URL with a host. */
    static ServerUrl parse(String text) {
        try {
            return ServerUrl.parse(text);
        } catch (MalformedUrlException e) {
            throw new MalformedException("it " + e.reason());
        }
    }

    /** Returns the URL of a site on {@code host}, which may have a port. */
    static URI https(String host) {
        if (!host.matches("[^/?#@]*[^/?#@.]")) {
            throw new MalformedException("it must be a host name alone, without https:// and without a path");
        }
        return URI.create(parse("https://" + host).toString());
    }
}
