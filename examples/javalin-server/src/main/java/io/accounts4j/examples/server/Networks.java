package io.accounts4j.examples.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses addresses and networks separated by commas: {@code 10.0.0.0/8,2001:db8::7}. Host names are refused. */
final class Networks {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<address>(\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+)" + "(/(?<bits>\\d{1,3}))?");

    private Networks() {}

    /** Returns the parts of {@code text}; {@link MalformedException} if one is no address or network. */
    static List<String> parse(String text) {
        List<String> networks =
                Arrays.stream(text.split(",")).map(String::strip).toList();
        if (networks.isEmpty() || !networks.stream().allMatch(Networks::isNetwork)) {
            throw new MalformedException("it must be addresses or networks with commas between them");
        }
        if (networks.stream().anyMatch(network -> network.matches(".*/0+"))) {
            throw new MalformedException("it must not be every address: clients could then choose their own address");
        }
        return networks;
    }

    private static boolean isNetwork(String text) {
        Matcher network = SHAPE.matcher(text);
        if (!network.matches()) {
            return false;
        }
        try {
            int bits = 8 * InetAddress.getByName(network.group("address")).getAddress().length;
            return network.group("bits") == null || Integer.parseInt(network.group("bits")) <= bits;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
