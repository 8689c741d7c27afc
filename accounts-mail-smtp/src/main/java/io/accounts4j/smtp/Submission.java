package io.accounts4j.smtp;

import io.accounts4j.mail.MailException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** The conversation with the server: it remembers how far it came and what the server refused, and tells no log. */
final class Submission extends SMTPTransport {

    /** The library traces what is sent, tokens too, to loggers named for this package. */
    private static final Logger TALK = Logger.getLogger("io.accounts4j.smtp");

    private static final Logger TRACE = Logger.getLogger("io.accounts4j.smtp.protocol");

    private SmtpPhase phase = SmtpPhase.SESSION;
    private @Nullable Refusal refusal;

    private Submission(Session session, URLName url) {
        super(session, url);
    }

    static Submission over(Session session, SmtpServer server, @Nullable Login login) {
        TALK.setLevel(Level.OFF);
        TRACE.setLevel(Level.OFF);
        String user = login == null ? null : login.user();
        String password = login == null ? null : login.password().reveal();
        return new Submission(session, new URLName("smtp", server.host(), server.port(), null, user, password));
    }

    /** The server's no, if that is what it said. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    SmtpPhase phase() {
        return phase;
    }

    /** Whether the server answered the greeting without an offer of {@code extension}. */
    boolean lacks(String extension) {
        return getLastReturnCode() / 100 == 2 && !supportsExtension(extension);
    }

    /** Fails where the server cannot do what this delivery needs. */
    void require(boolean authentication, boolean international) {
        if (authentication && lacks("AUTH")) {
            throw new MailException("the mail server offers no login, though credentials are set", true, null);
        }
        if (international && lacks("SMTPUTF8")) {
            throw new MailException("the mail server takes ASCII addresses only (it lacks SMTPUTF8)", false, null);
        }
    }

    /** Says good-bye. The message is taken or not by now, so what becomes of this is of no interest. */
    void quit() {
        try {
            close();
        } catch (MessagingException gone) {
            // The server was faster.
        }
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(SmtpPhase.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(SmtpPhase.RECEIVER);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(SmtpPhase.MESSAGE);
        return super.data();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        // Later answers are to our tidying up.
        if (refusal == null && code >= 400 && code <= 599) {
            refusal = Refusal.of(phase, code, getLastServerResponse());
        }
        return code;
    }

    private void enter(SmtpPhase next) {
        phase = next;
        refusal = null;
    }
}
