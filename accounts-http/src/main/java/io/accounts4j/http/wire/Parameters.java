package io.accounts4j.http.wire;

import io.accounts4j.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names and values of a query string or form, percent-decoded once and strictly. A name that is asked for must not occur
 * twice; names nobody asks for are ignored.
 */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.merge(name, List.of(value), Parameters::concat);
            }
        }
        return new Parameters(values);
    }

    /** The value of {@code name}, if there is one. */
    public Optional<String> value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw malformed(name + " is given more than once");
        }
        return all.stream().findFirst();
    }

    /** The value of {@code name}; what is left empty counts as not given, as a browser sends an empty field. */
    public Optional<String> filled(String name) {
        return value(name).filter(value -> !value.isEmpty());
    }

    /** A number of 1 or more. */
    public Optional<Integer> positive(String name, int cap) {
        return value(name).map(value -> {
            if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < 1) {
                throw malformed(name + " must be a positive integer");
            }
            return (int) Math.min(cap, Long.parseLong(value));
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return filled(name).map(value -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw malformed(name + " must be true or false");
            }
            return value.equals("true");
        });
    }

    public static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return List.of(some.get(0), more.get(0));
    }

    private static String decode(String encoded) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.put((byte) hex(raw, i + 1, i + 2));
                i += 2;
            } else {
                bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
            }
        }
        return utf8(bytes.flip());
    }

    private static int hex(byte[] raw, int high, int low) {
        int first = low < raw.length ? Character.digit(raw[high], 16) : -1;
        int second = low < raw.length ? Character.digit(raw[low], 16) : -1;
        if (first < 0 || second < 0) {
            throw malformed("a parameter is not percent-encoded");
        }
        return first * 16 + second;
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            if (!Text.isStorable(text)) {
                throw malformed("a parameter has characters that are not allowed");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw malformed("a parameter is not UTF-8");
        }
    }
}
