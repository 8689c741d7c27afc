package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A JSON client of a server, signed in as one user at most. */
final class Client {

    static final String PASSWORD = "Correct horse 1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server;
    private String token = "";

    Client(ServerProcess server) {
        this.server = server;
    }

    /** Registers {@code email} and returns the status. */
    int register(String email) throws IOException, InterruptedException {
        String body =
                "{\"user\":{\"email\":\"" + email + "\",\"name\":\"Somebody\",\"password\":\"" + PASSWORD + "\"}}";
        return send("POST", "/api/users", body).statusCode();
    }

    /** Signs in; later requests carry the token. */
    String signIn(String email, String password) throws IOException, InterruptedException {
        String body = "{\"session\":{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}}";
        HttpResponse<String> answer = send("POST", "/api/session/token", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return use(new ObjectMapper().readTree(answer.body()).at("/data/token").asText());
    }

    String use(String known) {
        token = known;
        return known;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        URI uri = server.uri(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
