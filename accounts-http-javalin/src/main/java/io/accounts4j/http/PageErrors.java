package io.accounts4j.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Refusals as HTML, in the look of the other pages. */
final class PageErrors {

    private final AccountPages pages;
    private final String stylesheet;

    PageErrors(AccountPages pages, String stylesheet) {
        this.pages = pages;
        this.stylesheet = stylesheet;
    }

    Answer answer(Refusal refusal) {
        PageMessage message = new PageMessage(
                refusal.type().title(), refusal.detail(), PageMessage.Kind.ERROR, Optional.empty(), stylesheet);
        return page(refusal.type().status(), pages.message(message));
    }

    static Answer page(int status, String html) {
        return Answer.of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
