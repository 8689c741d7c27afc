package io.accounts4j.mail;

import io.accounts4j.kernel.Resources;
import io.accounts4j.user.Email;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of mails: {@code META-INF/accounts4j/mail/<name>.txt}, whose first line is the subject, and {@code
 * <name>.html}. A file {@code <name>_<language>.txt} is preferred, and a host's own file of the same name comes first.
 * {@code {name}} stands for a value; values are put in once, as text, and escaped in HTML. {@code { name}} stands for a
 * blank and the value, or for nothing where the value is empty.
 */
public final class MailTemplates {

    private static final String BASE = "META-INF/accounts4j/mail/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{( ?)([a-z_]+)}");

    private final String language;

    private MailTemplates(String language) {
        this.language = language;
    }

    /** The templates in {@code locale}'s language where there are any, English for the rest. */
    public static MailTemplates of(Locale locale) {
        return new MailTemplates(locale.getLanguage());
    }

    /** The mail {@code template} makes of {@code values}. */
    public Mail compose(String template, Email to, Map<String, String> values, String messageId) {
        String[] text = load(template, ".txt").split("\\R", 2);
        if (text.length < 2) {
            throw new IllegalStateException("the mail template " + BASE + template
                    + ".txt is a subject alone: write the text on the lines below it");
        }
        String html = load(template, ".html");
        return new Mail(
                to,
                fill(text[0], values, UnaryOperator.identity()),
                fill(text[1].strip() + "\n", values, UnaryOperator.identity()),
                fill(html, values, MailTemplates::escape),
                messageId);
    }

    private String load(String template, String suffix) {
        return Resources.text(BASE + template + "_" + language + suffix)
                .or(() -> Resources.text(BASE + template + suffix))
                .orElseThrow(() -> new IllegalStateException("there is no mail template " + BASE + template + suffix));
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escaping) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        escaping.apply(value(found, values).orElse(found.group()))));
    }

    private static Optional<String> value(MatchResult found, Map<String, String> values) {
        return Optional.ofNullable(values.get(found.group(2)))
                .map(value -> value.isEmpty() ? value : found.group(1) + value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
