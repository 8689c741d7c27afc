package io.accounts4j.user;

import java.util.Locale;
import java.util.Optional;

/**
 * Which users a list shows; an empty part lets everybody through.
 *
 * @param search text that the name or the address contains, compared without regard to case; {@code %}, {@code _} and
 *     {@code \} stand for themselves
 * @param administrator only administrators, or only the others
 * @param confirmed only users with a confirmed address, or only the others
 */
public record UserFilter(Optional<String> search, Optional<Boolean> administrator, Optional<Boolean> confirmed) {

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

    /** The term in the form of {@link #searchText}; empty when there is none or it is the empty text. */
    public Optional<String> searchTerm() {
        return search.map(UserFilter::fold).filter(term -> !term.isEmpty());
    }

    /**
     * The text that is searched: lower-case name, U+001F, lower-case address. The separator cannot be typed into either,
     * so no term matches across them. Computed here and stored beside the user, so that every database answers alike.
     */
    public static String searchText(String name, Email email) {
        return fold(name) + '\u001f' + fold(email.address());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
