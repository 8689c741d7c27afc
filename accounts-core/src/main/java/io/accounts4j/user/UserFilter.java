package io.accounts4j.user;

import io.accounts4j.kernel.Folding;
import io.accounts4j.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which users a list shows; an empty part lets everybody through.
 *
 * @param search text that the name or the address contains, compared by {@link Folding#fold}; {@code %}, {@code _} and
 *     {@code \} stand for themselves
 * @param administrator only administrators, or only the others
 * @param confirmed only users with a confirmed address, or only the others
 */
public record UserFilter(Optional<String> search, Optional<Boolean> administrator, Optional<Boolean> confirmed) {

    /** The version of {@link #searchText}, stored beside it; 1 was the text in small letters, not composed. */
    public static final int SEARCH_VERSION = 2;

    /** The longest search text, in code points; the rest of a longer one is not searched. */
    public static final int MAX_SEARCH_TEXT = 600;

    private static final char SEPARATOR = '\u001f';
    private static final UserFilter ALL = new UserFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Everybody. */
    public static UserFilter all() {
        return ALL;
    }

    /** Only users whose name or address contains {@code term}. */
    public UserFilter search(String term) {
        return new UserFilter(Optional.of(term), administrator, confirmed);
    }

    /** Only administrators, or only the others. */
    public UserFilter administrator(boolean wanted) {
        return new UserFilter(search, Optional.of(wanted), confirmed);
    }

    /** Only users with a confirmed address, or only the others. */
    public UserFilter confirmed(boolean wanted) {
        return new UserFilter(search, administrator, Optional.of(wanted));
    }

    /**
     * The forms of the term, one of which a search text contains: that of today, and that of version 1 if it differs, for
     * rows that {@link UserRepository#refold} has not reached. Empty if there is no term or it is the empty text.
     */
    public List<String> searchTerms() {
        return search.stream()
                .flatMap(term -> Stream.of(Folding.fold(term), term.toLowerCase(Locale.ROOT)))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns whether no user can match, because the term holds the separator of search texts or what no text can hold. */
    public boolean matchesNobody() {
        return search.filter(term -> term.indexOf(SEPARATOR) >= 0 || !Text.isStorable(term))
                .isPresent();
    }

    /**
     * The text that is searched: folded name, U+001F, folded address, cut to {@link #MAX_SEARCH_TEXT}. No term matches
     * across the separator. Computed here and stored beside the user, so that every database answers alike.
     */
    public static String searchText(String name, Email email) {
        String text = Folding.fold(name) + SEPARATOR + Folding.fold(email.address());
        return Text.length(text) <= MAX_SEARCH_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SEARCH_TEXT));
    }
}
