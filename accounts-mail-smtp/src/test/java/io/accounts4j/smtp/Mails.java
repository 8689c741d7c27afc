package io.accounts4j.smtp;

import io.accounts4j.mail.Mail;
import io.accounts4j.user.Email;

/** Sample mails and a builder for tests. */
final class Mails {

    private Mails() {}

    static Mail to(String address) {
        return mail(address, "Hello", "Hi\n", "<p>Hi</p>\n");
    }

    static Mail mail(String address, String subject, String text, String html) {
        return new Mail(Email.stored(address), subject, text, html, "accounts.welcome.7");
    }

    static SmtpMailerBuilder plain(int port) {
        return SmtpMailer.builder("localhost").port(port).plain().from(new Email("no-reply@app.example"));
    }

    static SmtpMailerBuilder startTls(int port) {
        return plain(port).startTls().sslContext(Certificates.TRUSTING);
    }
}
