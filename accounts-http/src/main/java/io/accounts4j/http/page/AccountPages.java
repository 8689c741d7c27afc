package io.accounts4j.http.page;

/**
 * The pages mailed links lead to, as HTML documents. A host that wants its own look implements this in whatever it writes
 * pages with; scripts and styles come from its own origin, because the content security policy forbids all else.
 * Thread-safe.
 */
public interface AccountPages {

    /** Asks for what confirms an address. */
    String confirmation(ConfirmationForm form);

    /** Says what came of it, or what went wrong. */
    String message(PageMessage message);

    /** Our own pages: no script, one stylesheet. */
    static AccountPages standard() {
        return StandardPages.INSTANCE;
    }
}
