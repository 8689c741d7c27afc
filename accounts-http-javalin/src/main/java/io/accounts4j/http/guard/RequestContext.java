package io.accounts4j.http.guard;

import io.accounts4j.http.route.RouteKind;

/**
 * What is known of a request before anybody looks into it.
 *
 * @param id the request id
 * @param route method and path pattern, for logs; nothing of the client's
 */
public record RequestContext(String id, RemoteAddress peer, RouteKind surface, String route) {}
