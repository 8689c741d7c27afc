package io.accounts4j.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A MIME message with a given {@code Message-ID}. The library's default id would name this machine and its user. */
final class IdentifiedMimeMessage extends MimeMessage {

    private final String id;

    IdentifiedMimeMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
