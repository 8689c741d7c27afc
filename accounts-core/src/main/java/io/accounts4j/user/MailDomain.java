package io.accounts4j.user;

import io.accounts4j.kernel.Folding;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of an address: labels that mail can reach, in their ASCII form (RFC 5321, section 4.1.2; RFC 5890). Java maps
 * domains by IDNA 2003, other software by IDNA 2008, and where the two differ mail would go to another owner. So only
 * labels that both map alike are mapped; the rest must be typed as {@code xn--…}, which is never mapped. Immutable.
 */
public final class MailDomain {

    /** The longest domain, in octets of its ASCII form (RFC 1035). */
    public static final int MAX_LENGTH = 253;

    /** A longer label has more than 63 octets in its ASCII form, {@code xn--} included. */
    private static final int LONGEST_MAPPED = 59;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Letters and joiners that IDNA 2003 replaces or drops and IDNA 2008 keeps (RFC 5894, section 7.2). */
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private final Optional<String> ascii;
    private final boolean ambiguous;

    private MailDomain(Optional<String> ascii, boolean ambiguous) {
        this.ascii = ascii;
        this.ambiguous = ambiguous;
    }

    /** The domain {@code typed}, with or without letters beyond ASCII. */
    public static MailDomain of(String typed) {
        List<String> labels = new ArrayList<>();
        for (String label : typed.split("\\.", -1)) {
            Optional<String> mapped = ascii(label);
            if (mapped.isEmpty()) {
                return new MailDomain(mapped, true);
            }
            labels.add(mapped.get());
        }
        boolean reachable =
                labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                        && !NUMBER.matcher(labels.get(labels.size() - 1)).matches();
        Optional<String> domain =
                Optional.of(String.join(".", labels)).filter(ascii -> reachable && ascii.length() <= MAX_LENGTH);
        return new MailDomain(domain, false);
    }

    /** The domain in lower-case ASCII; empty if no mail can reach it or it {@link #isAmbiguous}. */
    public Optional<String> ascii() {
        return ascii;
    }

    /** Returns whether the ASCII form of the domain depends on the reader, so that it must be typed as {@code xn--…}. */
    public boolean isAmbiguous() {
        return ambiguous;
    }

    /** The ASCII form of one label, in lower case and not yet validated; empty if it is ambiguous. */
    private static Optional<String> ascii(String label) {
        String lower = Folding.lower(label);
        if (lower.length() > LONGEST_MAPPED || lower.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(lower);
        }
        if (DEVIATION.matcher(label).find() || DEVIATION.matcher(lower).find()) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES);
            return IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES).equals(lower) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException unmappable) {
            return Optional.empty();
        }
    }
}
