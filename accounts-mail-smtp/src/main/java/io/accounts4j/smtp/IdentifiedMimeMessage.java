package io.accounts4j.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message whose id is ours, and not one that names this machine and its user. */
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
