package io.accounts4j.http;

/**
 * A page that says one thing.
 *
 * @param title the heading
 * @param text a sentence
 * @param stylesheet where the sheet of our own pages is served
 */
public record PageMessage(String title, String text, Kind kind, String stylesheet) {

    /** How the message is meant. */
    public enum Kind {
        /** What was asked has been done. */
        SUCCESS,
        /** It has not. */
        ERROR
    }
}
