package io.accounts4j.examples.server;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.accounts4j.testdatabases.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the server repeatedly during registrations and mail deliveries: every user has the job of the confirmation mail, and
 * every job and mail has its user. {@code -Daccounts.rounds=100} for the long set; a failure names its seed.
 */
class KilledIT {

    private static final int ROUNDS = Integer.getInteger("accounts.rounds", 5);
    private static final int CLIENTS = 4;
    private static final int LONGEST_MILLIS = 1_000;

    private static final String ADMIN = "chief@example.org";
    private static final String ADMIN_PASSWORD = "Battery staple 2";

    /** The jobs of a killed node are released after 30 s. */
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void receive() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "H2"})
    void usersAndTheirMailLiveAndDieTogether(TestDatabase kind) throws Exception {
        String url = Place.fresh(kind, directory);
        Map<String, String> settings = Map.of(
                "DATABASE_URL",
                url,
                "SMTP_URL",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?tls=none&from=no-reply@example.org",
                "ADMIN_EMAIL",
                ADMIN,
                "ADMIN_PASSWORD",
                ADMIN_PASSWORD);
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(directory, settings).awaitListening()) {
                registerUntilKilled(server, round);
            }
        }
        try (ServerProcess server = ServerProcess.start(directory, settings).awaitListening()) {
            awaitMailForEverybody(server);
            server.terminate();
            server.awaitExit();
        }
        account(Ledger.of(url));
    }

    private void account(Ledger ledger) throws MessagingException {
        Map<String, String> users = ledger.users();
        assertThat(acknowledged).as("nothing happened, seed %d", seed).isNotEmpty();
        assertThat(users.values())
                .as("acknowledged registrations, seed %d", seed)
                .containsAll(acknowledged);
        assertThat(ledger.confirmations().stream().collect(groupingBy(id -> id, counting())))
                .as("jobs by user, seed %d", seed)
                .containsOnlyKeys(users.keySet())
                .allSatisfy((id, jobs) -> assertThat(jobs).isEqualTo(1));

        Map<String, Set<String>> messages = Arrays.stream(mail.getReceivedMessages())
                .collect(groupingBy(KilledIT::recipient, mapping(KilledIT::id, toSet())));
        assertThat(messages).as("mail by user, seed %d", seed).containsOnlyKeys(users.values());
        assertThat(messages)
                .as("a mail that was sent again is the same mail, seed %d", seed)
                .allSatisfy((user, ids) -> assertThat(ids).hasSize(1));
    }

    private void registerUntilKilled(ServerProcess server, int round) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int client = 0; client < CLIENTS; client++) {
                String prefix = "round" + round + ".client" + client + ".";
                clients.execute(() -> registerUntilRefused(new Client(server), prefix, begun));
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
            server.kill();
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void registerUntilRefused(Client client, String prefix, CountDownLatch begun) {
        try {
            for (int i = 0; ; i++) {
                String email = prefix + i + "@example.org";
                if (client.register(email) == 201) {
                    acknowledged.add(email);
                    begun.countDown();
                }
            }
        } catch (IOException killed) {
            // A request cut off by the kill has no acknowledgement.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Covers registrations that were stored without an acknowledgement. */
    private void awaitMailForEverybody(ServerProcess server) throws Exception {
        Client administrator = new Client(server);
        administrator.signIn(ADMIN, ADMIN_PASSWORD);
        int users =
                administrator.get("/api/users").at("/pagination/total_count").asInt() - 1;
        long deadline = System.nanoTime() + DELIVERED_WITHIN.toNanos();
        while (recipients() < users) {
            assertThat(System.nanoTime())
                    .as("%d of %d users have mail, seed %d: %s", recipients(), users, seed, server.err())
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long recipients() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(KilledIT::recipient)
                .distinct()
                .count();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
