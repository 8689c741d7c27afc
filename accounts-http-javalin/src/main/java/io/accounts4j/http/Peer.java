package io.accounts4j.http;

/**
 * The other end of a connection, as far as it can be known.
 *
 * @param address the client's address as canonical text
 * @param secure whether the client spoke TLS, with us or with a trusted proxy
 */
record Peer(String address, boolean secure) {}
