package io.accounts4j.smtp;

import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * The address of the server and the terms of each connection.
 *
 * @param tls the trusted certificates
 * @param ehlo the host name in the {@code EHLO} command
 */
record SmtpServer(String host, int port, Encryption encryption, SSLContext tls, String ehlo, Limits limits) {

    /** Returns new properties for the mail library, which reads them during the delivery. */
    Properties properties(boolean authenticate, boolean international) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", ehlo);
        properties.setProperty("mail.smtp.auth", Boolean.toString(authenticate));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(international));
        properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port + ", " + encryption;
    }
}
