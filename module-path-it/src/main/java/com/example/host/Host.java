package com.example.host;

import io.accounts4j.health.Health;
import io.accounts4j.http.AccountsPlugin;
import io.accounts4j.http.ServerDefaults;
import io.accounts4j.kernel.ProblemMessages;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.Registration;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.schema.SchemaHealth;
import io.accounts4j.smtp.SmtpMailer;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.user.Email;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.h2.jdbcx.JdbcDataSource;

/** Uses what a module boundary could hide: texts and SQL inside a jar, providers, dependencies without a descriptor. */
public final class Host {

    private Host() {}

    /** Ends with an exception where the boundary hides something. */
    public static void main(String[] args) throws IOException {
        require(Host.class.getModule().isNamed(), "the host is a named module");
        require(Email.class.getModule().isNamed(), "the core is a named module");
        hashes();
        speaks();
        migrates();
        registers();
        serves();
        mails();
    }

    private static void hashes() {
        BcryptPasswordHasher hasher = BcryptPasswordHasher.ofCost(BcryptPasswordHasher.MIN_COST);
        Password password = Password.of("correct horse battery");
        require(hasher.verify(password, hasher.hash(password)), "bcrypt works");
    }

    private static void speaks() {
        var problem = Email.problems("ann example").get(0);
        require(
                ProblemMessages.of(Locale.ENGLISH).text(problem).contains("@ sign"),
                "texts are found in the core's jar");
    }

    private static void migrates() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:host;DB_CLOSE_DELAY=-1");
        AccountsSchema schema = AccountsSchema.in(h2);
        schema.migrate();
        require(new SchemaHealth(schema).check().equals(Health.pass()), "SQL is found in the schema's jar");
    }

    private static void registers() {
        TestAccounts test = TestAccounts.create();
        Password password = Password.of("Correct horse 1");
        Registration outcome = test.accounts().registerUser(new NewUser("ann@example.org", "Ann", password));
        require(outcome instanceof Registration.Registered, "a user is registered");
        test.drainJobs();
        require(
                test.mailer().last().text().contains("https://app.example.org"),
                "the job has made its mail from templates");
    }

    private static void serves() throws IOException {
        TestAccounts test = TestAccounts.create();
        URI site = URI.create("https://app.example.org");
        Javalin server = Javalin.create(config -> {
            ServerDefaults.applyTo(config);
            config.registerPlugin(new AccountsPlugin(test.accounts(), settings -> settings.publicUrl(site)));
        });
        server.start("127.0.0.1", 0);
        try {
            require(get(server, "/api/health/ready").contains("pass"), "the API answers");
            require(get(server, "/users/confirm").contains("<!DOCTYPE html>"), "pages are found in the façade's jar");
        } finally {
            server.stop();
        }
    }

    private static String get(Javalin server, String path) throws IOException {
        try (InputStream body =
                URI.create("http://127.0.0.1:" + server.port() + path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A server that is not there is reached for only when every provider of the mail jars was found. */
    private static void mails() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        SmtpMailer mailer = SmtpMailer.builder("localhost")
                .port(closed)
                .plain()
                .from(new Email("host@example.org"))
                .build();
        try {
            mailer.deliver(new Mail(new Email("ann@example.org"), "hello", "hello", "<p>hello</p>", "<1@example.org>"));
            require(false, "nothing listens there");
        } catch (MailException expected) {
            require(expected.retryable(), "mail is made and a connection tried");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
        System.out.println(what);
    }
}
