package io.accounts4j.http.guard;

import io.accounts4j.Accounts;
import io.accounts4j.http.wire.BodyReader;
import io.accounts4j.http.wire.Cookies;
import java.util.List;
import java.util.Set;

/** The checks of the guard and of {@link CurrentCaller}. */
public record Checks(
        Identity identity,
        CrossSite crossSite,
        Cors cors,
        Cookies cookies,
        ClientAddress addresses,
        BodyReader bodies) {

    /** The checks of {@code accounts} for users who reach the site by {@code publicUrl}. */
    public static Checks of(
            Accounts accounts,
            PublicUrl publicUrl,
            Set<String> allowedOrigins,
            List<CidrRange> trustedProxies,
            Cookies cookies,
            BodyReader bodies) {
        CrossSite crossSite = new CrossSite(publicUrl.origin(), allowedOrigins);
        return new Checks(
                new Identity(accounts, cookies, crossSite),
                crossSite,
                new Cors(crossSite),
                cookies,
                new ClientAddress(trustedProxies),
                bodies);
    }
}
