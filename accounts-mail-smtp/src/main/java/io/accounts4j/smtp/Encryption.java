package io.accounts4j.smtp;

/** How the connection is protected, and the port that is usual for it (RFC 6409, RFC 8314). */
enum Encryption {
    /** Begins plain and must become TLS before anything is sent. */
    STARTTLS(587),
    /** TLS from the first byte. */
    IMPLICIT_TLS(465),
    /** None. */
    PLAIN(25);

    private final int port;

    Encryption(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
