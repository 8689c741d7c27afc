package io.accounts4j.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** From the start of the JVM to the first answered request: bare Javalin (the floor), the example server, Spring Boot. */
public final class StartUp {

    private static final int ROUNDS = 5;
    private static final int USERS = 100_000;

    private StartUp() {}

    /** Prints one table; the example is also started on PostgreSQL with 100,000 and with a million users. */
    public static void main(String[] arguments) throws Exception {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()) + " · -Xmx512m");
        Path directory = Files.createTempDirectory("start-up");
        String h2 = "h2:file:" + directory.resolve("accounts");
        Map<String, Supplier<ServerProcess>> servers = new LinkedHashMap<>();
        servers.put("bare Javalin, no database (floor)", Servers::hello);
        servers.put("**accounts example**, H2 file", () -> Servers.example(h2, freePort()));
        servers.put("Spring Boot, web + security, no database", Servers::springHello);
        System.out.print(run("Start-up to the first answered request", servers).table());

        for (int users : new int[] {USERS, 10 * USERS}) {
            postgres.users(users, "none");
            String url = url(postgres.dataSource());
            Map<String, Supplier<ServerProcess>> grown = Map.of(
                    "**accounts example**, PostgreSQL, %,d users".formatted(users),
                    () -> Servers.example(url, freePort()));
            System.out.print(
                    run("The same with %,d users".formatted(users), grown).table());
        }
    }

    private static Results run(String title, Map<String, Supplier<ServerProcess>> servers) throws Exception {
        Results results = new Results(title);
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, Supplier<ServerProcess>> entry : servers.entrySet()) {
                Cost cost = measure(entry.getValue());
                if (round > 0) {
                    results.add(entry.getKey(), cost);
                }
            }
            System.err.printf("%s: round %d of %d%n", title, round, ROUNDS);
        }
        return results;
    }

    private static Cost measure(Supplier<ServerProcess> start) throws Exception {
        try (ServerProcess server = start.get()) {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(Load.get(server, "/").build(), HttpResponse.BodyHandlers.discarding());
            double wall = server.sinceStart().toNanos() / 1000.0;
            if (answer.statusCode() >= 500) {
                throw new IllegalStateException("the server answered " + answer.statusCode());
            }
            return new Cost(server.cpu().toNanos() / 1000.0, 0, wall);
        }
    }

    private static String url(HikariDataSource database) {
        String server =
                database.getJdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
        return "postgres://%s:%s@%s".formatted(database.getUsername(), database.getPassword(), server);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
