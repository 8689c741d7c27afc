package io.accounts4j.http.route;

/** The kind of responses on a path. */
public enum RouteKind {
    /** JSON below the base path. */
    API,
    /** HTML below {@code /users}, where the links in mails lead. */
    PAGE,
    /** Files that never change under their name. */
    ASSET
}
