package io.accounts4j.http.page;

import java.util.Optional;

/**
 * A page that says one thing.
 *
 * @param title the heading
 * @param text a sentence
 * @param next where the visitor may go on, as a path of this site; empty for nowhere
 * @param stylesheet where the sheet of our own pages is served
 */
public record PageMessage(String title, String text, Kind kind, Optional<String> next, String stylesheet)
        implements AccountPage {

    /** How the message is meant. */
    public enum Kind {
        /** What was asked has been done. */
        SUCCESS,
        /** It has not. */
        ERROR
    }
}
