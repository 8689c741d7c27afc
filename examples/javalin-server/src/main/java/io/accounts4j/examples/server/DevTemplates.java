package io.accounts4j.examples.server;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.accounts4j.examples.server.templates.JtehomeGenerated;
import io.accounts4j.examples.server.templates.JtemailboxGenerated;
import java.net.URI;
import java.util.List;

/** The development pages as HTML documents. The build compiles their templates; none is parsed at run time. */
@SuppressWarnings("NullAway") // generated code takes null for "no interceptor"
final class DevTemplates {

    private final String stylesheet;
    private final URI publicUrl;

    DevTemplates(String stylesheet, URI publicUrl) {
        this.stylesheet = stylesheet;
        this.publicUrl = publicUrl;
    }

    String home(int mails) {
        StringOutput html = new StringOutput();
        JtehomeGenerated.render(new OwaspHtmlTemplateOutput(html), null, stylesheet, publicUrl.toString(), mails);
        return html.toString();
    }

    String mailbox(List<MailboxEntry> entries) {
        StringOutput html = new StringOutput();
        JtemailboxGenerated.render(new OwaspHtmlTemplateOutput(html), null, stylesheet, entries);
        return html.toString();
    }
}
