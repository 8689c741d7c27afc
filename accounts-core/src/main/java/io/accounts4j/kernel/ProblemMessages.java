package io.accounts4j.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words for problem codes in one language. Texts lie in {@code META-INF/accounts4j/problems_<language>.properties};
 * a host adds a language by putting such a file on its class path. A code without a text falls back to English, then to
 * the code itself. Immutable.
 */
public final class ProblemMessages {

    private static final String BASE = "META-INF/accounts4j/problems";
    private static final ProblemMessages ENGLISH = new ProblemMessages(Resources.properties(BASE + ".properties"));

    private final Properties texts;

    private ProblemMessages(Properties texts) {
        this.texts = texts;
    }

    /** The original's English texts. */
    public static ProblemMessages english() {
        return ENGLISH;
    }

    /** The texts in {@code locale}'s language where there are any, English for the rest. */
    public static ProblemMessages of(Locale locale) {
        Properties merged = new Properties();
        merged.putAll(ENGLISH.texts);
        merged.putAll(Resources.properties(BASE + "_" + locale.getLanguage() + ".properties"));
        return new ProblemMessages(merged);
    }

    /** The message of {@code problem}. */
    public String text(Problem problem) {
        String text = texts.getProperty(problem.code().value(), problem.code().value());
        for (Map.Entry<String, Object> parameter : problem.parameters().entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
