package io.accounts4j.http;

import io.accounts4j.user.User;

/**
 * Where things are, as clients see it: below the path of the public URL, which is also what mailed links begin with.
 *
 * @param api the way to the API
 * @param pages the way to the pages
 */
record Paths(String api, String pages) {

    static Paths of(AccountsConfig config) {
        String root = config.publicUrl().path();
        return new Paths(root + config.basePath(), root);
    }

    String users() {
        return api + "/users";
    }

    String user(User user) {
        return users() + "/" + user.id();
    }

    String confirmation() {
        return pages + "/users/confirm";
    }

    String stylesheet() {
        return pages + "/users/assets/" + Stylesheet.FILE;
    }
}
