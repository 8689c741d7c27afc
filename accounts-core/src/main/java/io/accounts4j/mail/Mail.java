package io.accounts4j.mail;

import io.accounts4j.kernel.Text;
import io.accounts4j.user.Email;

/**
 * One message to one address, as text and as HTML. It may hold a token, so only its subject is printed.
 */
public final class Mail {

    private final Email to;
    private final String subject;
    private final String text;
    private final String html;
    private final String messageId;

    /**
     * A message.
     *
     * @param to one address by {@link Email#isAddress}; a mailer refuses a domain that it cannot reach
     * @param subject one line without control characters
     * @param messageId the same for every attempt to send this message, so that a repeat can be recognised
     */
    public Mail(Email to, String subject, String text, String html, String messageId) {
        if (!Text.isPlain(subject) || !Text.isPlain(messageId)) {
            throw new IllegalArgumentException("a subject and a message id are one line without control characters");
        }
        if (!Email.isAddress(to.address())) {
            throw new IllegalArgumentException("no mail goes to what is stored as an address and is none");
        }
        this.to = to;
        this.subject = subject;
        this.text = text;
        this.html = html;
        this.messageId = messageId;
    }

    /** The one receiver. */
    public Email to() {
        return to;
    }

    /** The subject line. */
    public String subject() {
        return subject;
    }

    /** The message as plain text; links stand on lines of their own. */
    public String text() {
        return text;
    }

    /** The message as an HTML document. */
    public String html() {
        return html;
    }

    /** Returns the id by which a repeated message is recognised. */
    public String messageId() {
        return messageId;
    }

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
