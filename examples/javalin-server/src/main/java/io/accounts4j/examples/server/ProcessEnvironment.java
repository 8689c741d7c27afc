package io.accounts4j.examples.server;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The environment of this process, in which every text is UTF-8. */
final class ProcessEnvironment {

    /** The value of an undecodable variable: the replacement character of decoders. */
    static final String UNREADABLE = "\uFFFD";

    private static final int DECODES_IN_THE_LOCALE = 19;

    private ProcessEnvironment() {}

    /** Returns the variables; {@link #UNREADABLE} in place of a text that this JVM decoded in another character set. */
    static Map<String, String> read() {
        boolean utf8 = charset().equals(StandardCharsets.UTF_8);
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.replaceAll((name, value) -> utf8 || isAscii(value) ? value : UNREADABLE);
        return variables;
    }

    /** Returns the character set in which this JVM decoded its environment (JDK-8285517). */
    private static Charset charset() {
        return Runtime.version().feature() < DECODES_IN_THE_LOCALE
                ? Charset.defaultCharset()
                : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
