package io.accounts4j.http.page;

import java.util.Optional;

/**
 * A page that says one thing.
 *
 * @param title the heading
 * @param text a sentence
 * @param next the path of the next page on this site; empty for none
 * @param stylesheet the path of the style sheet of the standard pages
 */
public record PageMessage(String title, String text, Kind kind, Optional<String> next, String stylesheet)
        implements AccountPage {

    /** How the message is meant. */
    public enum Kind {
        /** The request succeeded. */
        SUCCESS,
        /** The request failed. */
        ERROR
    }
}
