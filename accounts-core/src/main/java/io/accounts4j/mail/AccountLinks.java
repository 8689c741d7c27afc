package io.accounts4j.mail;

import io.accounts4j.kernel.ServerUrl;
import io.accounts4j.token.RawToken;
import java.net.URI;

/**
 * The links in mails. They rest on the configured public address alone, never on a request, so nobody can make them
 * point elsewhere.
 */
public final class AccountLinks {

    private final String base;

    private AccountLinks(String base) {
        this.base = base;
    }

    /**
     * Links below {@code publicUrl}, such as {@code https://app.example.org}.
     *
     * @param publicUrl http or https, with a host, without user, query or fragment
     */
    public static AccountLinks under(URI publicUrl) {
        String text = ServerUrl.ofSite(publicUrl).toString();
        return new AccountLinks(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Returns the link that confirms an address. */
    public String confirmation(RawToken token) {
        return base + "/users/confirm?token=" + token.reveal();
    }

    /** The public address itself. */
    public String home() {
        return base + "/";
    }
}
