package io.accounts4j.examples.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Tells who asks from this machine. Only the connection can prove that: what a proxy forwards comes from elsewhere, so
 * headers of a proxy can take the right away and never give it. The name that was asked for must be this machine's too, or
 * a page elsewhere could read along by pointing its own name here.
 */
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private ThisMachine() {}

    /** Whether a program on this machine sent {@code request}, and no proxy passed it on. */
    static boolean asks(HttpServletRequest request) {
        return isNamed(request)
                && isLoopback(request.getRemoteAddr())
                && OF_PROXIES.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /** Whether {@code request} is for a name of this machine. */
    static boolean isNamed(HttpServletRequest request) {
        return NAMES.contains(request.getServerName());
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
