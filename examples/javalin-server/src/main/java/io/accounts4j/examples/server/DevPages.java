package io.accounts4j.examples.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.examples.server.DevMailbox.Sent;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;

/**
 * Pages for a developer: a guide to the API, and sent mail. Mounted in {@code dev} only. They answer requests of programs on
 * this machine alone, see {@link ThisMachine}: mail holds links that sign in.
 */
final class DevPages {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The HTML part of a mail has its styles inline, may open links in a new tab, and runs nothing. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final DevMailbox mailbox;
    private final DevTemplates templates;
    private final ObjectMapper json = new ObjectMapper();

    DevPages(DevMailbox mailbox, DevTemplates templates) {
        this.mailbox = mailbox;
        this.templates = templates;
    }

    /** Adds {@code /}, {@code /dev/mailbox}, {@code /dev/mailbox/{number}} and {@code /dev/mailbox.json}. */
    void mount(RoutesConfig routes) {
        routes.get("/", onThisMachine(this::home));
        routes.get("/dev/mailbox", onThisMachine(this::mailbox));
        routes.get("/dev/mailbox/{number}", onThisMachine(this::htmlPart));
        routes.get("/dev/mailbox.json", onThisMachine(this::mailboxJson));
    }

    private static Handler onThisMachine(Handler handler) {
        return ctx -> {
            if (!ThisMachine.asks(ctx.req())) {
                throw new NotFoundResponse();
            }
            ctx.header("Cache-Control", "no-store");
            ctx.header("X-Content-Type-Options", "nosniff");
            ctx.header("Referrer-Policy", "no-referrer");
            handler.handle(ctx);
        };
    }

    private void home(Context ctx) {
        page(ctx, POLICY, templates.home(mailbox.sent().size()));
    }

    private void mailbox(Context ctx) {
        page(
                ctx,
                POLICY,
                templates.mailbox(mailbox.sent().stream().map(MailboxEntry::of).toList()));
    }

    private void htmlPart(Context ctx) {
        Sent sent = mailbox.sent().stream()
                .filter(candidate -> Long.toString(candidate.number()).equals(ctx.pathParam("number")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        page(ctx, MAIL_POLICY, "<base target=\"_blank\">" + sent.mail().html());
    }

    private static void page(Context ctx, String policy, String html) {
        ctx.header("Content-Security-Policy", policy);
        ctx.contentType("text/html; charset=utf-8");
        ctx.result(html);
    }

    private void mailboxJson(Context ctx) throws JsonProcessingException {
        ObjectNode body = json.createObjectNode();
        ArrayNode data = body.putArray("data");
        mailbox.sent()
                .forEach(sent -> data.addObject()
                        .put("to", sent.mail().to().address())
                        .put("subject", sent.mail().subject())
                        .put("text", sent.mail().text())
                        .put("html", sent.mail().html())
                        .put("sent_at", sent.at().toString()));
        ctx.contentType("application/json");
        ctx.result(json.writeValueAsBytes(body));
    }
}
