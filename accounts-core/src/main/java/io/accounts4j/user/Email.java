package io.accounts4j.user;

import io.accounts4j.kernel.Folding;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address mail can be sent to, as its owner typed it. Addresses that differ only in case or in the composition of
 * letters are one mailbox: {@link #canonical()} is unique. At most 160 characters, with an {@code @}, a {@linkplain
 * MailDomain domain that mail can reach}, no white space, no control character (bidirectional ones included) and none of
 * {@code , ; < > "}, so that no mailer ever reads two addresses in one. Immutable; equal if the addresses are equal as
 * typed.
 */
public final class Email {

    /** The longest address, in code points. */
    public static final int MAX_LENGTH = 160;

    /** The longest canonical form, in UTF-16 units; the ASCII form of a domain can be much longer than what was typed. */
    public static final int MAX_CANONICAL = 255;

    private static final String FIELD = "email";
    private static final String FORBIDDEN = ",;<>\"";
    private static final Set<ProblemCode> OF_DOMAINS = Set.of(ProblemCode.DOMAIN, ProblemCode.DOMAIN_AMBIGUOUS);

    private final String address;

    /** Refuses what {@link #problems} would report; input from outside is asked there first. */
    public Email(String address) {
        this(address, problems(address));
    }

    private Email(String address, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "not an e-mail address: " + problems.get(0).message());
        }
        this.address = address;
    }

    /**
     * An address as a store holds it, for stores only: not validated again, so that a row imported under other rules is
     * still read.
     */
    public static Email stored(String address) {
        return new Email(address, List.of());
    }

    /** Everything wrong with {@code raw} as an address; empty when there is nothing. */
    public static List<Problem> problems(@Nullable String raw) {
        if (raw == null || Text.isBlank(raw)) {
            return List.of(Problem.of(FIELD, ProblemCode.REQUIRED));
        }
        List<Problem> problems = new ArrayList<>();
        if (!hasAtSignAndNoSpaces(raw)) {
            problems.add(Problem.of(FIELD, ProblemCode.FORMAT));
        }
        if (!Text.isPrintable(raw) || Folding.nfc(raw).chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            problems.add(Problem.of(FIELD, ProblemCode.CHARACTERS));
        }
        boolean overlong = Text.length(raw) > MAX_LENGTH;
        // Mapping thousands of labels takes longer than a password check, and anybody may send them.
        if (problems.isEmpty() && !overlong) {
            domainProblem(raw).ifPresent(problems::add);
        }
        if (overlong || canonical(raw).length() > MAX_CANONICAL) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_LONG, "max", MAX_LENGTH));
        }
        return problems;
    }

    /** The address as typed. */
    public String address() {
        return address;
    }

    /**
     * Returns whether {@code raw} is one address for every reader, so that it can be looked up: an account may have an address of
     * older rules, whose domain {@link #problems} refuses today.
     */
    public static boolean isAddress(@Nullable String raw) {
        return problems(raw).stream().allMatch(problem -> OF_DOMAINS.contains(problem.code()));
    }

    /**
     * The form in which equal mailboxes are equal texts: small letters, composed (NFC), the domain in its ASCII form.
     * Computed here and never in SQL, because databases disagree about case, and alike on every Java version. At most
     * {@link #MAX_CANONICAL} long. A domain that has no ASCII form stays as typed, in small letters.
     */
    public String canonical() {
        return canonical(address);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Email email && address.equals(email.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return "Email[address=" + address + "]";
    }

    private static String canonical(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        return Folding.lower(address.substring(0, at + 1))
                + MailDomain.of(domain).ascii().orElseGet(() -> Folding.lower(domain));
    }

    private static boolean hasAtSignAndNoSpaces(String raw) {
        int first = raw.indexOf('@', 1);
        return first > 0 && first < raw.length() - 1 && raw.codePoints().noneMatch(Text::isSpace);
    }

    private static Optional<Problem> domainProblem(String raw) {
        MailDomain domain = MailDomain.of(raw.substring(raw.lastIndexOf('@') + 1));
        if (domain.isAmbiguous()) {
            return Optional.of(Problem.of(FIELD, ProblemCode.DOMAIN_AMBIGUOUS));
        }
        return domain.ascii().isEmpty() ? Optional.of(Problem.of(FIELD, ProblemCode.DOMAIN)) : Optional.empty();
    }
}
