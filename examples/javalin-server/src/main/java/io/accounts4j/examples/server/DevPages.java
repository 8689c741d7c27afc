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
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pages for a developer: a front door, and the mail that would have been sent. Mounted in {@code dev} only. They answer
 * programs on this machine alone, see {@link ThisMachine}: mail holds links that sign in.
 */
final class DevPages {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&]+");
    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss").withZone(ZoneId.systemDefault());

    /** Mail is shown in frames that run nothing; the style sheets of the page and of mails are inline. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final DevMailbox mailbox;
    private final URI publicUrl;
    private final ObjectMapper json = new ObjectMapper();
    private final Html frame = Html.file("frame.html");
    private final Html home = Html.file("home.html");
    private final Html message = Html.file("message.html");
    private final String style = Html.file("dev.css").with(Map.of());

    DevPages(DevMailbox mailbox, URI publicUrl) {
        this.mailbox = mailbox;
        this.publicUrl = publicUrl;
    }

    /** Adds {@code /}, {@code /dev/mailbox} and {@code /dev/mailbox.json}. */
    void mount(RoutesConfig routes) {
        routes.get("/", onThisMachine(ctx -> page(ctx, "accounts4j", home())));
        routes.get("/dev/mailbox", onThisMachine(ctx -> page(ctx, "Mailbox", mailbox())));
        routes.get("/dev/mailbox.json", onThisMachine(this::mailboxJson));
    }

    private Handler onThisMachine(Handler handler) {
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

    private void page(Context ctx, String title, String body) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.contentType("text/html; charset=utf-8");
        ctx.result(frame.with(Map.of("title", title, "style", style, "body", body)));
    }

    private String home() {
        String origin = Html.escape(publicUrl.toString());
        int mails = mailbox.sent().size();
        String count = mails == 0 ? "nothing yet" : mails == 1 ? "one mail" : mails + " mails";
        return home.with(Map.of("origin", origin, "mails", count));
    }

    private String mailbox() {
        List<Sent> sent = mailbox.sent();
        if (sent.isEmpty()) {
            return Html.file("empty.html").with(Map.of());
        }
        return "<h1>Mailbox</h1>" + sent.stream().map(this::message).collect(Collectors.joining("\n"));
    }

    private String message(Sent sent) {
        return message.with(Map.of(
                "to", Html.escape(sent.mail().to().address()),
                "subject", Html.escape(sent.mail().subject()),
                "at", CLOCK_TIME.format(sent.at()),
                "text", linked(Html.escape(sent.mail().text())),
                "html", Html.escape("<base target=\"_blank\">" + sent.mail().html())));
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll(found -> {
            String url = Matcher.quoteReplacement(found.group());
            return "<a href=\"" + url + "\" target=\"_blank\" rel=\"noreferrer\">" + url + "</a>";
        });
    }

    private void mailboxJson(Context ctx) throws JsonProcessingException {
        ObjectNode answer = json.createObjectNode();
        ArrayNode data = answer.putArray("data");
        mailbox.sent()
                .forEach(sent -> data.addObject()
                        .put("to", sent.mail().to().address())
                        .put("subject", sent.mail().subject())
                        .put("text", sent.mail().text())
                        .put("html", sent.mail().html())
                        .put("sent_at", sent.at().toString()));
        ctx.contentType("application/json");
        ctx.result(json.writeValueAsBytes(answer));
    }
}
