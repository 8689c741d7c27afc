package io.accounts4j.http.guard;

/**
 * The other end of a connection, as far as it can be known.
 *
 * @param address the client's address as canonical text
 * @param secure true if the client used TLS, to this server or to a trusted proxy
 */
public record RemoteAddress(String address, boolean secure) {}
