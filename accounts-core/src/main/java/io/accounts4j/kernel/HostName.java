package io.accounts4j.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The host of a URL: a DNS name (RFC 1123, underscores permitted) or an address.
 *
 * @param text a name, or an address, that of IPv6 without brackets
 */
record HostName(String text) {

    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?[0-9]+\\.?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int MAX_LENGTH = 253;

    /** Reads the host of a URL. */
    static HostName parse(String written) {
        if (written.startsWith("[")) {
            return new HostName(ipv6(written.substring(1, written.length() - 1)));
        }
        // WHATWG URL: a name whose last label is a number is an address, or nothing.
        boolean valid = NUMERIC_END.matcher(written).matches()
                ? IPV4.matcher(written).matches()
                : NAME.matcher(written).matches() && written.length() <= MAX_LENGTH;
        if (!valid) {
            throw malformed();
        }
        return new HostName(written);
    }

    /** The host as a URL holds it. */
    String inUrl() {
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static String ipv6(String address) {
        try {
            if (IPV6.matcher(address).matches()) {
                // Text with a colon is read as an address or refused; no name is resolved.
                InetAddress unused = InetAddress.getByName(address);
                return address;
            }
        } catch (UnknownHostException e) {
            // refused below
        }
        throw malformed();
    }

    private static MalformedUrlException malformed() {
        return new MalformedUrlException(
                "has a host that is neither a name nor an address (an international name is" + " written xn--…)");
    }
}
