package io.accounts4j.examples.server;

import io.accounts4j.examples.server.DevMailbox.Sent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as the mailbox page shows it.
 *
 * @param number the number of the message in the mailbox
 * @param to the address of the receiver
 * @param subject the subject line
 * @param sentAt the time of the delivery, as RFC 3339 in UTC
 * @param sentAtText the same time for reading, in the time zone of this machine
 * @param text the text part, cut at its links
 */
public record MailboxEntry(long number, String to, String subject, String sentAt, String sentAtText, List<Span> text) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>]+");
    private static final DateTimeFormatter FOR_READING =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** Copies the spans. */
    public MailboxEntry {
        text = List.copyOf(text);
    }

    /**
     * A piece of text.
     *
     * @param link true if the whole piece is a URL
     */
    public record Span(String text, boolean link) {}

    static MailboxEntry of(Sent sent) {
        return new MailboxEntry(
                sent.number(),
                sent.mail().to().address(),
                sent.mail().subject(),
                sent.at().toString(),
                FOR_READING.format(sent.at()),
                spans(sent.mail().text()));
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            spans.add(new Span(text.substring(end, links.start()), false));
            spans.add(new Span(links.group(), true));
            end = links.end();
        }
        spans.add(new Span(text.substring(end), false));
        return spans;
    }
}
