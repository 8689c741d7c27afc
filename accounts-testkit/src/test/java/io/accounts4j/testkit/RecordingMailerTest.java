package io.accounts4j.testkit;

import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.testkit.contract.MailerContract;
import java.util.List;

class RecordingMailerTest implements MailerContract {

    private final RecordingMailer mailer = new RecordingMailer();

    @Override
    public Mailer mailer() {
        return mailer;
    }

    @Override
    public List<Mail> received() {
        return mailer.all();
    }
}
