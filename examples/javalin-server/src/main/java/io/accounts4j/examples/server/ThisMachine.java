package io.accounts4j.examples.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises requests of programs on this machine: the peer of the connection is a loopback address, the request has no header
 * of a proxy, and {@code Host} is a loopback name, because the DNS name of a foreign page could resolve to this machine.
 */
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Headers in which proxies forward the address of the client, by convention. */
    private static final Pattern OF_PROXIES = Pattern.compile(
            "forwarded|via|x-(forwarded|original|real|client|cluster)-.*|(true|fastly)-client-ip|cf-.*",
            Pattern.CASE_INSENSITIVE);

    private ThisMachine() {}

    /** Returns whether a program on this machine sent {@code request} without a proxy. */
    static boolean asks(HttpServletRequest request) {
        return isNamed(request.getServerName())
                && isLoopback(request.getRemoteAddr())
                && Collections.list(request.getHeaderNames()).stream()
                        .noneMatch(header -> OF_PROXIES.matcher(header).matches());
    }

    /** Returns whether {@code host} is a loopback name or address. */
    static boolean isNamed(String host) {
        return NAMES.contains(host);
    }

    private static boolean isLoopback(String address) {
        try {
            // The text is an address, so no name is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
