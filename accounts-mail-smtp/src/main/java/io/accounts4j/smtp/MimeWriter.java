package io.accounts4j.smtp;

import io.accounts4j.mail.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Writes mails as MIME messages: text and HTML as alternatives, headers encoded, marked as sent by a program (RFC 3834).
 *
 * @param from the sender
 * @param domain the domain of each {@code Message-ID}
 * @param clock the clock of each {@code Date}
 */
record MimeWriter(InternetAddress from, String domain, Clock clock) {

    private static final Pattern ID = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)*");
    private static final int LONGEST_ID = 200;

    IdentifiedMimeMessage write(Mail mail, Mailbox to, Session session) throws MessagingException {
        IdentifiedMimeMessage message =
                new IdentifiedMimeMessage(session, "<" + id(mail.messageId()) + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to.address());
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "text/plain"));
        alternatives.addBodyPart(part(mail.html(), "text/html"));
        message.setContent(alternatives);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type + "; charset=utf-8")));
        return part;
    }

    /** Returns {@code messageId} if a header can hold it unchanged, else its SHA-256. */
    private static String id(String messageId) {
        return messageId.length() <= LONGEST_ID && ID.matcher(messageId).matches() ? messageId : hash(messageId);
    }

    private static String hash(String messageId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
