package io.accounts4j.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast of the colours in the style sheet by WCAG 2.2, level AA: 4.5 for text (1.4.3), 3 for controls (1.4.11). */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "text, page",
        "text, surface",
        "text, sunken",
        "muted, page",
        "muted, surface",
        "muted, sunken",
        "accent, page",
        "accent, surface",
        "accent-strong, surface",
        "on-accent, accent",
        "on-accent, accent-strong",
        "error, surface",
        "text, info-soft",
        "text, success-soft",
        "text, warning-soft",
        "text, error-soft",
        "info, info-soft",
        "success, success-soft",
        "warning, warning-soft",
        "error, error-soft"
    })
    void textIsReadable(String text, String background) throws IOException {
        assertThat(contrast(light(), text, background)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(dark(), text, background)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"control, page", "control, surface", "error, surface", "accent, page", "accent, surface"})
    void controlsAndFocusRingsStandOut(String control, String background) throws IOException {
        assertThat(contrast(light(), control, background)).as("light").isGreaterThanOrEqualTo(3);
        assertThat(contrast(dark(), control, background)).as("dark").isGreaterThanOrEqualTo(3);
    }

    private static Map<String, String> light() throws IOException {
        String sheet = sheet();
        return colours(sheet.substring(0, sheet.indexOf("prefers-color-scheme: dark")));
    }

    private static Map<String, String> dark() throws IOException {
        Map<String, String> colours = light();
        colours.putAll(colours(sheet()));
        return colours;
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double first = luminance(colours.get(one));
        double second = luminance(colours.get(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
    }

    private static double channel(String hex, int from) {
        double value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String sheet() throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/META-INF/accounts4j/http/accounts.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
