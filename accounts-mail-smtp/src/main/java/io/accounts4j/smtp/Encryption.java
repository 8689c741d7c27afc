package io.accounts4j.smtp;

/** The protection of the connection, with its usual port (RFC 6409, RFC 8314). */
enum Encryption {
    /** Begins plain and must become TLS before anything is sent. */
    STARTTLS(587),
    /** TLS from the first byte. */
    IMPLICIT_TLS(465),
    /** No TLS. */
    PLAIN(25);

    private final int port;

    Encryption(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
