package io.accounts4j.testkit;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.mail.Mailer;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.Email;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mailer that keeps every message instead of sending it. Thread-safe. */
public final class RecordingMailer implements Mailer {

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

    private final List<Mail> delivered = new CopyOnWriteArrayList<>();
    private volatile @Nullable MailException failure;

    /** A mailer without messages. */
    public RecordingMailer() {}

    @Override
    public void deliver(Mail mail) {
        MailException refusal = failure;
        if (refusal != null) {
            throw refusal;
        }
        delivered.add(mail);
    }

    /** Makes every further delivery throw {@code refusal}. */
    public void failWith(MailException refusal) {
        failure = refusal;
    }

    /** Ends {@link #failWith}. */
    public void recover() {
        failure = null;
    }

    /** Returns all messages, oldest first. */
    public List<Mail> all() {
        return List.copyOf(delivered);
    }

    /** Returns the newest message; {@link IllegalStateException} if there is none. */
    public Mail last() {
        return newest(all()).orElseThrow(() -> new IllegalStateException("no mail was sent; were the jobs drained?"));
    }

    /** Returns the newest message to {@code receiver}. */
    public Optional<Mail> lastTo(Email receiver) {
        return newest(all().stream().filter(mail -> mail.to().equals(receiver)).toList());
    }

    /** Removes every message. */
    public void clear() {
        delivered.clear();
    }

    /** Returns the one-time token in the link of {@code mail}; {@link IllegalArgumentException} if there is none. */
    public static RawToken tokenIn(Mail mail) {
        Matcher link = TOKEN.matcher(mail.text());
        if (!link.find()) {
            throw new IllegalArgumentException("the mail \"" + mail.subject() + "\" has no link with a token");
        }
        return RawToken.parse(link.group(1)).orElseThrow();
    }

    private static Optional<Mail> newest(List<Mail> mails) {
        return mails.isEmpty() ? Optional.empty() : Optional.of(mails.get(mails.size() - 1));
    }
}
