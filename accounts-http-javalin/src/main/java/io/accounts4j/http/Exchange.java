package io.accounts4j.http;

/**
 * What is known of a request before anybody looks into it.
 *
 * @param id the request id
 * @param route method and path pattern, for logs; nothing of the client's
 */
record Exchange(String id, Peer peer, Surface surface, String route) {}
