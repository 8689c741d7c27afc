package io.accounts4j.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests to servers in their own JVMs, in turn, round after round; the client's CPU time is not counted. */
final class Load {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 12;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final String title;
    private final Postgres postgres;
    private final Map<String, Contestant> contestants = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Load(String title, Postgres postgres) {
        this.title = title;
        this.postgres = postgres;
    }

    Load contestant(String name, ServerProcess server, String path, String cookie, List<String> values) {
        List<HttpRequest> requests = values.stream()
                .map(value ->
                        get(server, path).header("Cookie", cookie + "=" + value).build())
                .toList();
        contestants.put(name, new Contestant(server, requests));
        return this;
    }

    static HttpRequest.Builder get(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    Results run() throws Exception {
        Results results = new Results(title);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
                for (Map.Entry<String, Contestant> entry : contestants.entrySet()) {
                    Cost cost = measure(entry.getValue(), threads);
                    if (round >= WARM_UP_ROUNDS) {
                        results.add(entry.getKey(), cost);
                    }
                }
                System.err.printf("%s: round %d of %d%n", title, round + 1, WARM_UP_ROUNDS + ROUNDS);
            }
        } finally {
            threads.shutdown();
        }
        return results;
    }

    private Cost measure(Contestant contestant, ExecutorService threads) throws Exception {
        long database = postgres.cpu().toNanos();
        long program = contestant.server().cpu().toNanos();
        long began = System.nanoTime();
        List<Callable<Long>> workers = new ArrayList<>();
        for (int worker = 0; worker < CONNECTIONS; worker++) {
            int first = worker;
            workers.add(() -> requests(contestant.requests(), first, began + ROUND.toNanos()));
        }
        long requests = 0;
        for (Future<Long> done : threads.invokeAll(workers)) {
            requests += done.get();
        }
        long wall = System.nanoTime() - began;
        return new Cost(
                (contestant.server().cpu().toNanos() - program) / 1000.0 / requests,
                (postgres.cpu().toNanos() - database) / 1000.0 / requests,
                wall / 1000.0 / requests);
    }

    private long requests(List<HttpRequest> requests, int first, long until) throws Exception {
        long count = 0;
        while (System.nanoTime() < until) {
            HttpRequest request = requests.get((int) ((first + count) % requests.size()));
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
            }
            count++;
        }
        return count;
    }

    private record Contestant(ServerProcess server, List<HttpRequest> requests) {}
}
