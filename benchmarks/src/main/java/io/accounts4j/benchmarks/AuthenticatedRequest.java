package io.accounts4j.benchmarks;

import io.accounts4j.Accounts;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** A look-up of the signed-in user by cookie: bare Javalin with one join (the floor), ours, Spring Boot with Spring Session JDBC. */
public final class AuthenticatedRequest {

    private static final int SESSIONS = 10_000;
    private static final int CLIENTS = 64;
    private static final String PASSWORD = "Password123!";

    private AuthenticatedRequest() {}

    /** Prints one table at 10,000 sessions and one at ten times as many. */
    public static void main(String[] arguments) throws Exception {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()) + " · 16 connections, pools of 10, -Xmx512m");
        postgres.users(1_000, "none");
        postgres.execute("create table peer_users as select id, email, name, is_admin, confirmed_at, inserted_at,"
                + " '{noop}' || '" + PASSWORD + "' as password_hash from accounts_users");
        postgres.execute("create unique index on peer_users (email)");
        List<String> cookies = cookies(postgres);
        try (ServerProcess bare = Servers.bare(postgres);
                ServerProcess accounts = Servers.accounts(postgres);
                ServerProcess spring = Servers.spring(postgres)) {
            List<String> springCookies = springCookies(spring);
            for (int sessions : new int[] {SESSIONS, 10 * SESSIONS}) {
                postgres.sessions(sessions);
                springSessions(postgres, sessions);
                Results results = new Load("GET session by cookie, %,d sessions".formatted(sessions), postgres)
                        .contestant("bare Javalin, one join (floor)", bare, "/session", "session", cookies)
                        .contestant(
                                "**accounts-http-javalin**",
                                accounts,
                                "/api/session",
                                "__Host-accounts_session",
                                cookies)
                        .contestant("Spring Boot, principal from the session", spring, "/me", "SESSION", springCookies)
                        .contestant("Spring Boot, and the user's row", spring, "/me-db", "SESSION", springCookies)
                        .run();
                System.out.print(results.table());
            }
        }
    }

    private static List<String> cookies(Postgres postgres) {
        Accounts accounts = Library.over(postgres.dataSource());
        List<User> users = accounts.users().list(UserFilter.all()).subList(0, CLIENTS);
        return users.stream()
                .map(user -> accounts.sessions().open(user).reveal())
                .toList();
    }

    private static List<String> springCookies(ServerProcess spring) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<String> cookies = new ArrayList<>();
        for (int n : IntStream.rangeClosed(1, CLIENTS).toArray()) {
            String basic = Base64.getEncoder()
                    .encodeToString(("user" + n + "@example.org:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            HttpRequest request = Load.get(spring, "/me")
                    .header("Authorization", "Basic " + basic)
                    .build();
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            cookies.add(
                    response.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^SESSION=([^;]*).*", "$1"));
        }
        return cookies;
    }

    /** As many strangers' sessions in the peer's table as in ours. */
    private static void springSessions(Postgres postgres, int count) {
        postgres.execute("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                                            max_inactive_interval, expiry_time, principal_name)
                select lpad('p' || n, 36, '-'), lpad('s' || n, 36, '-'), 0, 0, 1800, 9999999999999, 'user' || n
                from generate_series(1, %d) n on conflict do nothing
                """.formatted(count));
        postgres.execute("vacuum analyze spring_session");
    }
}
