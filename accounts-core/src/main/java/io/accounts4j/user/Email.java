package io.accounts4j.user;

import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.Text;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address mail can be sent to, as its owner typed it. Two addresses that differ only in case are one mailbox: {@link
 * #canonical()} is what is unique. At most 160 characters, with an {@code @}, no white space, no control character and
 * none of {@code , ; < > "}, so that no mailer ever sees two addresses in one. Immutable; equal where the addresses are as
 * typed.
 */
public final class Email {

    /** The longest address, in code points. */
    public static final int MAX_LENGTH = 160;

    /** The longest canonical form, in UTF-16 units; the ASCII form of a domain can be much longer than what was typed. */
    public static final int MAX_CANONICAL = 255;

    private static final String FIELD = "email";
    private static final String FORBIDDEN = ",;<>\"";

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
            return List.of(Problem.of(FIELD, "required"));
        }
        List<Problem> problems = new ArrayList<>();
        if (!hasAtSignAndNoSpaces(raw)) {
            problems.add(Problem.of(FIELD, "format"));
        }
        if (!Text.isPlain(raw) || raw.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            problems.add(Problem.of(FIELD, "characters"));
        }
        if (Text.length(raw) > MAX_LENGTH || canonical(raw).length() > MAX_CANONICAL) {
            problems.add(Problem.of(FIELD, "too_long", "max", MAX_LENGTH));
        }
        return problems;
    }

    /** The address as typed. */
    public String address() {
        return address;
    }

    /**
     * The form in which equal mailboxes are equal texts: lower case, the domain in its ASCII form (RFC 5891). Computed
     * here and never in SQL, because databases disagree about case. At most {@link #MAX_CANONICAL} long.
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
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        return lower.substring(0, at + 1) + ascii(lower.substring(at + 1));
    }

    private static boolean hasAtSignAndNoSpaces(String raw) {
        int first = raw.indexOf('@', 1);
        return first > 0 && first < raw.length() - 1 && raw.codePoints().noneMatch(Text::isSpace);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
