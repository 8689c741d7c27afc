package io.accounts4j.benchmarks;

import io.accounts4j.http.javalin.AccountsPlugin;
import io.javalin.Javalin;
import java.net.URI;

/** Ours, as a host mounts it. */
public final class AccountsServer {

    private AccountsServer() {}

    /** Starts it and says where. */
    public static void main(String[] arguments) {
        var accounts = Library.over(Pool.ofEnvironment());
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.registerPlugin(new AccountsPlugin(
                    accounts, settings -> settings.publicUrl(URI.create("https://app.example.org"))));
        });
        app.start("127.0.0.1", 0);
        System.out.println("READY " + app.port());
    }
}
