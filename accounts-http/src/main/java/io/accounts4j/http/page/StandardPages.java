package io.accounts4j.http.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.accounts4j.http.templates.JteconfirmGenerated;
import io.accounts4j.http.templates.JtemessageGenerated;
import io.accounts4j.kernel.Problem;
import java.util.List;

/** See {@link AccountPages#standard()}. Templates were compiled with the module; nothing is parsed at run time. */
@SuppressWarnings("NullAway") // what jte generates takes null for "no interceptor"
enum StandardPages implements AccountPages {
    INSTANCE;

    @Override
    public String render(AccountPage page) {
        if (page instanceof ConfirmationForm form) {
            return confirmation(form);
        }
        if (page instanceof PageMessage message) {
            return message(message);
        }
        throw new IllegalArgumentException("page must be one of accounts-http, got "
                + page.getClass().getName() + "; render pages of your own before handing on");
    }

    private static String confirmation(ConfirmationForm form) {
        List<String> problems = form.problems().stream().map(Problem::message).toList();
        StringOutput html = new StringOutput();
        JteconfirmGenerated.render(
                new OwaspHtmlTemplateOutput(html),
                null,
                form.action(),
                form.stylesheet(),
                form.passwordNeeded(),
                problems);
        return html.toString();
    }

    private static String message(PageMessage message) {
        boolean error = message.kind() == PageMessage.Kind.ERROR;
        StringOutput html = new StringOutput();
        JtemessageGenerated.render(
                new OwaspHtmlTemplateOutput(html),
                null,
                message.title(),
                message.text(),
                error ? "alert-error" : "alert-success",
                error ? "alert" : "status",
                message.next().orElse(null),
                message.stylesheet());
        return html.toString();
    }
}
