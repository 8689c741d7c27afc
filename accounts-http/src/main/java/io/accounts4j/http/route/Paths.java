package io.accounts4j.http.route;

import io.accounts4j.user.User;

/**
 * The paths as clients see them, below the path of the public URL, with which mailed links begin as well.
 *
 * @param api the way to the API
 * @param pages the way to the pages
 */
public record Paths(String api, String pages) {

    /** The paths below {@code root}, the path of the public URL, where the API is mounted at {@code basePath}. */
    public static Paths below(String root, String basePath) {
        return new Paths(root + basePath, root);
    }

    public String users() {
        return api + "/users";
    }

    public String user(User user) {
        return users() + "/" + user.id();
    }

    public String confirmation() {
        return pages + "/users/confirm";
    }

    /** The directory of our stylesheet. */
    public String assets() {
        return pages + "/users/assets/";
    }
}
