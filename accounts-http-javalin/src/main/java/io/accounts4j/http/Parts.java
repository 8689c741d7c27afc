package io.accounts4j.http;

import io.accounts4j.Accounts;

/** What the guard looks with. */
record Parts(
        Identity identity,
        CrossSite crossSite,
        Cors cors,
        Cookies cookies,
        ClientAddress addresses,
        BodyReader bodies) {

    static Parts of(Accounts accounts, AccountsConfig config) {
        Cookies cookies = new Cookies(config.insecureCookies());
        CrossSite crossSite = new CrossSite(config.publicUrl().origin(), config.allowedOrigins());
        return new Parts(
                new Identity(accounts, cookies, crossSite),
                crossSite,
                new Cors(crossSite),
                cookies,
                new ClientAddress(config.trustedProxies()),
                new BodyReader(config.bodyLimit()));
    }
}
