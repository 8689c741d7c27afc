package io.accounts4j.examples.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises requests of programs on this machine: the peer of the connection is a loopback address, no header of a proxy is
 * present, whatever its value, and {@code Host} is a loopback name, since a page elsewhere could point a name of its own here.
 */
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Headers by which a proxy passes on for whom it asks: by convention these, or a name that begins like one. */
    private static final Pattern OF_PROXIES = Pattern.compile(
            "forwarded|via|x-(forwarded|original|real|client|cluster)-.*|(true|fastly)-client-ip|cf-.*",
            Pattern.CASE_INSENSITIVE);

    private ThisMachine() {}

    /** Whether a program on this machine sent {@code request}, and no proxy passed it on. */
    static boolean asks(HttpServletRequest request) {
        return isNamed(request.getServerName())
                && isLoopback(request.getRemoteAddr())
                && Collections.list(request.getHeaderNames()).stream()
                        .noneMatch(header -> OF_PROXIES.matcher(header).matches());
    }

    /** Whether {@code host} is a name or address of this machine itself. */
    static boolean isNamed(String host) {
        return NAMES.contains(host);
    }

    private static boolean isLoopback(String address) {
        try {
            // An address as text: no name is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
