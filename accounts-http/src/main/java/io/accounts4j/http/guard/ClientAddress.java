package io.accounts4j.http.guard;

import io.accounts4j.http.wire.Request;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Determines the address of the client: the right-most address in {@code X-Forwarded-For} that is no trusted proxy.
 * Thread-safe.
 */
public final class ClientAddress {

    private final List<CidrRange> trustedProxies;

    public ClientAddress(List<CidrRange> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    public RemoteAddress of(Request request) {
        Optional<InetAddress> peer = CidrRange.address(withoutZone(request.remoteAddress()));
        if (peer.isEmpty() || !isTrusted(peer.get())) {
            return new RemoteAddress(peer.map(InetAddress::getHostAddress).orElse("unknown"), request.secure());
        }
        boolean secure = request.secure() || "https".equals(lastOf(headers(request, "X-Forwarded-Proto")));
        return new RemoteAddress(forwarded(request, peer.get()).getHostAddress(), secure);
    }

    private InetAddress forwarded(Request request, InetAddress peer) {
        InetAddress nearest = peer;
        List<String> hops = headers(request, "X-Forwarded-For");
        for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            Optional<InetAddress> hop = CidrRange.address(withoutPort(hops.get(i)));
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> headers(Request request, String name) {
        List<String> values = new ArrayList<>();
        for (String line : request.headers(name)) {
            for (String value : line.split(",", -1)) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static String lastOf(List<String> values) {
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private static String withoutZone(String address) {
        String bare = withoutPort(address);
        int zone = bare.indexOf('%');
        return zone < 0 ? bare : bare.substring(0, zone);
    }

    /** {@code 192.0.2.1:443} and {@code [2001:db8::1]:443} are what some proxies write. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
