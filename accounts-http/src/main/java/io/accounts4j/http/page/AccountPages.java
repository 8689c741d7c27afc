package io.accounts4j.http.page;

/**
 * The pages mailed links lead to, as HTML documents. A host that wants its own look implements this in whatever it writes
 * pages with; scripts and styles come from its own origin, because the content security policy forbids all else. It hands on
 * a page that it does not know to {@link #standard}, so that a later version may have more pages:
 *
 * <pre>{@code
 * AccountPages own = page -> page instanceof PageMessage message
 *         ? layout(message.title(), message.text())
 *         : AccountPages.standard().render(page);
 * }</pre>
 *
 * Thread-safe.
 */
@FunctionalInterface
public interface AccountPages {

    /** Returns the HTML document that shows {@code page}. */
    String render(AccountPage page);

    /** The standard pages: no script, one style sheet. Renders every page of this version. */
    static AccountPages standard() {
        return StandardPages.INSTANCE;
    }
}
