package io.accounts4j.http.guard;

import io.accounts4j.http.page.AccountPages;
import io.accounts4j.http.page.PageMessage;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.Response;
import java.util.Optional;

/** Refusals as HTML, in the look of the other pages. */
public final class PageErrors {

    private final AccountPages pages;
    private final String stylesheet;

    public PageErrors(AccountPages pages, String stylesheet) {
        this.pages = pages;
        this.stylesheet = stylesheet;
    }

    public Response answer(ProblemException refusal) {
        PageMessage message = new PageMessage(
                refusal.type().title(), refusal.detail(), PageMessage.Kind.ERROR, Optional.empty(), stylesheet);
        return Response.html(refusal.type().status(), pages.render(message));
    }
}
