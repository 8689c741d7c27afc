package io.accounts4j.http.guard;

import io.accounts4j.http.route.RouteKind;

/**
 * The facts about a request before its checks.
 *
 * @param id the request id
 * @param client the address of the client
 * @param kind the kind of the route
 * @param route method and path pattern, for logs; nothing of the client's
 */
record RequestContext(String id, RemoteAddress client, RouteKind kind, String route) {}
