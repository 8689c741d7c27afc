package com.example.host;

import io.accounts4j.Accounts;
import io.accounts4j.health.Health;
import io.accounts4j.http.javalin.AccountsPlugin;
import io.accounts4j.http.javalin.ServerDefaults;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.ProblemMessages;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.MailException;
import io.accounts4j.micrometer.AccountMeters;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.schema.SchemaHealth;
import io.accounts4j.smtp.SmtpMailer;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** Uses what a module boundary could hide: texts and SQL inside a jar, providers, dependencies without a descriptor. */
public final class Host {

    private static final URI SITE = URI.create("https://app.example.org");

    private Host() {}

    /** Ends with an exception where the boundary hides something. */
    public static void main(String[] args) throws IOException, InterruptedException {
        require(Host.class.getModule().isNamed(), "the host is a named module");
        require(Email.class.getModule().isNamed(), "the core is a named module");
        hashes();
        speaks();
        JdbcConnectionPool h2 = migrates();
        serves(registers(h2));
        mails();
        doubles();
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

    private static JdbcConnectionPool migrates() {
        JdbcConnectionPool h2 = JdbcConnectionPool.create("jdbc:h2:mem:host", "sa", "");
        AccountsSchema schema = AccountsSchema.in(h2);
        schema.migrate();
        require(new SchemaHealth(schema).check().equals(Health.pass()), "SQL is found in the schema's jar");
        return h2;
    }

    private static Accounts registers(JdbcConnectionPool h2) throws InterruptedException {
        BlockingQueue<Mail> sent = new LinkedBlockingQueue<>();
        JdbiStore store = JdbiStore.over(Jdbi.create(h2));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(sent::add)
                .publicUrl(SITE)
                .build();
        Password password = Password.of("Correct horse 1");
        Outcome<User> outcome = accounts.registration().register(new NewUser("ann@example.org", "Ann", password));
        require(outcome instanceof Outcome.Done<?>, "a user is registered through Jdbi");
        runsJobs(h2, accounts, sent);
        return accounts;
    }

    private static void runsJobs(JdbcConnectionPool h2, Accounts accounts, BlockingQueue<Mail> sent)
            throws InterruptedException {
        try (JobEngine engine = JobEngine.forAccounts(accounts, h2).start()) {
            engine.wake();
            Mail mail = sent.poll(30, TimeUnit.SECONDS);
            require(mail != null && mail.text().contains(SITE.toString()), "the job has made its mail from templates");
        }
    }

    private static void serves(Accounts accounts) throws IOException {
        Javalin server = Javalin.create(config -> {
            ServerDefaults.applyTo(config);
            config.registerPlugin(new AccountsPlugin(accounts, settings -> settings.publicUrl(SITE)));
        });
        server.start("127.0.0.1", 0);
        try {
            require(get(server, "/api/health/ready").contains("pass"), "the API answers");
            require(get(server, "/users/confirm").contains("<!DOCTYPE html>"), "pages are found in the façade's jar");
        } finally {
            server.stop();
        }
    }

    private static void doubles() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        TestAccounts test = TestAccounts.with(settings -> settings.listener(new AccountMeters(registry)));
        Email address = test.fixtures().user().email();
        test.drainJobs();
        require(test.mailer().lastTo(address).isPresent(), "the test kit works without a database");
        require(registry.get("accounts.events").counter().count() == 1, "what happens is metered");
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
