package io.accounts4j.http.page;

/**
 * The content of a page, without its look: {@link ConfirmationForm}, {@link PageMessage}. Open, so that a new page breaks no
 * host. Immutable.
 */
public interface AccountPage {

    /** The path of the style sheet of the standard pages. */
    String stylesheet();
}
