package io.accounts4j.http.guard;

/**
 * The other end of a connection, as far as it can be known.
 *
 * @param address the client's address as canonical text
 * @param secure whether the client spoke TLS, with us or with a trusted proxy
 */
public record RemoteAddress(String address, boolean secure) {}
