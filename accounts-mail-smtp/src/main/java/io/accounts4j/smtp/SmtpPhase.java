package io.accounts4j.smtp;

/** How far a delivery is, and what a refusal there is about. */
enum SmtpPhase {
    /** Greeting, TLS and login. Every message would meet the same answer, so it is the settings that have to change. */
    SESSION("the connection", false),
    /** {@code MAIL FROM}. */
    SENDER("the sender", false),
    /** {@code RCPT TO}. */
    RECEIVER("the receiver", true),
    /** {@code DATA} and its end. */
    MESSAGE("the message", true);

    private final String subject;
    private final boolean aboutTheMail;

    SmtpPhase(String subject, boolean aboutTheMail) {
        this.subject = subject;
        this.aboutTheMail = aboutTheMail;
    }

    /** What is taken or refused here. */
    String subject() {
        return subject;
    }

    /** Whether this mail is refused, and not every mail. */
    boolean isAboutTheMail() {
        return aboutTheMail;
    }
}
