package io.accounts4j.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.testkit.contract.MailerContract;
import io.accounts4j.user.Email;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SmtpMailerContractTest implements MailerContract {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    public Mailer mailer() {
        return Mails.plain(server.getSmtp().getPort()).build();
    }

    @Override
    public List<Mail> received() {
        return Arrays.stream(server.getReceivedMessages())
                .map(SmtpMailerContractTest::read)
                .toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
            return new Mail(
                    new Email(to.getAddress()),
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString(),
                    message.getMessageID());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
