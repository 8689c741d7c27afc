/** Mail over SMTP. */
module io.accounts4j.smtp {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires java.logging;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;

    exports io.accounts4j.smtp;
}
