package io.accounts4j.http.route;

/** The methods of our routes. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
