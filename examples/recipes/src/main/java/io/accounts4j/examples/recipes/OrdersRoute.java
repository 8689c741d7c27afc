package io.accounts4j.examples.recipes;

import io.accounts4j.Accounts;
import io.accounts4j.http.javalin.AccountsPlugin;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** A route of your own beside ours, which gets the signed-in user and answers 401 without one. */
public final class OrdersRoute {

    private static final URI PUBLIC_URL = URI.create("https://shop.example.org");

    private OrdersRoute() {}

    /** Requests the orders without a session and as Ann, and prints both responses. */
    public static void main(String[] args) throws IOException, InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(database);
        JdbiStore store = JdbiStore.over(Jdbi.create(database));
        Accounts accounts = Accounts.builder()
                .store(store)
                .jobs(JdbcJobQueue.on(store::withConnection))
                .mailer(mail -> {})
                .publicUrl(PUBLIC_URL)
                .build();

        Javalin server = Javalin.create(config -> {
            config.registerPlugin(new AccountsPlugin(accounts, settings -> settings.publicUrl(PUBLIC_URL)));
            config.routes.get("/orders", ctx -> {
                User user = ctx.with(AccountsPlugin.class).requireUser();
                ctx.result("orders of " + user.name());
            });
        });
        server.start("localhost", 0);

        NewUser ann = new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1"));
        if (accounts.registration().register(ann) instanceof Outcome.Done<User> registered) {
            String token = accounts.sessions().open(registered.value()).reveal();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/orders"));
            HttpClient client = HttpClient.newHttpClient();
            System.out.println("a stranger: "
                    + client.send(request.build(), BodyHandlers.ofString()).statusCode());
            request.header("Authorization", "Bearer " + token);
            System.out.println("Ann: "
                    + client.send(request.build(), BodyHandlers.ofString()).body());
        }
        server.stop();
    }
}
