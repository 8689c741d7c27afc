package io.accounts4j.http.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code ::1} and the like. */
public final class CidrRange {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final byte[] prefix;
    private final int bits;

    private CidrRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** The range written in {@code cidr}; {@link IllegalArgumentException} for anything else, host names included. */
    public static CidrRange parse(String cidr) {
        String[] parts = cidr.split("/", 2);
        byte[] prefix = address(parts[0])
                .map(InetAddress::getAddress)
                .orElseThrow(() -> new IllegalArgumentException("not an address range: " + cidr));
        int all = prefix.length * 8;
        if (parts.length == 2 && !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not an address range: " + cidr);
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : all;
        if (bits > all) {
            throw new IllegalArgumentException("an address has " + all + " bits: " + cidr);
        }
        return new CidrRange(prefix, bits);
    }

    /** The address written in {@code literal}; never asks a name server. */
    public static Optional<InetAddress> address(String literal) {
        boolean wellFormed = literal.contains(":")
                ? IPV6.matcher(literal).matches()
                : IPV4.matcher(literal).matches();
        try {
            return wellFormed ? Optional.of(InetAddress.getByName(literal)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((prefix[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
