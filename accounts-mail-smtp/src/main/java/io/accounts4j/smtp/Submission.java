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

/** One SMTP dialogue. Records its phase and the first refusal, and logs nothing. */
final class Submission extends SMTPTransport {

    /** The library traces each command, including tokens, to loggers named after this package. */
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

    /** The first refusal of the current phase, or null. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    SmtpPhase phase() {
        return phase;
    }

    /** Returns whether the server accepted the greeting and does not offer {@code extension}. */
    boolean lacks(String extension) {
        return getLastReturnCode() / 100 == 2 && !supportsExtension(extension);
    }

    /** Throws {@link MailException} if the server lacks an extension that this delivery needs. */
    void require(boolean authentication, boolean international) {
        if (authentication && lacks("AUTH")) {
            throw new MailException("the mail server offers no login, though credentials are set", true, null);
        }
        if (international && lacks("SMTPUTF8")) {
            throw new MailException("the mail server takes ASCII addresses only (it lacks SMTPUTF8)", false, null);
        }
    }

    /** Sends {@code QUIT}. The fate of the message is decided before, so a failure is ignored. */
    void quit() {
        try {
            close();
        } catch (MessagingException gone) {
            // The server closed first.
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
        // Later replies concern RSET and QUIT.
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
