package io.accounts4j.smtp;

/** The phases of a delivery, each with the subject that a refusal in this phase rejects. */
enum SmtpPhase {
    /** Greeting, TLS and login. A refusal hits every message, so a change of the settings can end it. */
    SESSION("the connection", false),
    /** {@code MAIL FROM}. */
    SENDER("the sender", false),
    /** {@code RCPT TO}. */
    RECEIVER("the receiver", true),
    /** {@code DATA} and the end of the message. */
    MESSAGE("the message", true);

    private final String subject;
    private final boolean aboutTheMail;

    SmtpPhase(String subject, boolean aboutTheMail) {
        this.subject = subject;
        this.aboutTheMail = aboutTheMail;
    }

    /** Returns the subject of a refusal in this phase, with its article. */
    String subject() {
        return subject;
    }

    /** Returns whether a refusal in this phase concerns one mail rather than every mail. */
    boolean isAboutTheMail() {
        return aboutTheMail;
    }
}
