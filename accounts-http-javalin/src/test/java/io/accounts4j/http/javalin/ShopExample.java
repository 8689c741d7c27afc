package io.accounts4j.http.javalin;

import io.accounts4j.Accounts;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import java.net.URI;

/** The host of {@code docs/http.md}. */
final class ShopExample {

    private ShopExample() {}

    static Javalin shop(Accounts accounts) {
        // begin
        Javalin app = Javalin.create(config -> {
            ServerDefaults.applyTo(config);
            config.registerPlugin(new AccountsPlugin(
                    accounts, settings -> settings.publicUrl(URI.create("https://shop.example.org"))));
            config.routes.get("/orders", ctx -> {
                User user = ctx.with(AccountsPlugin.class).requireUser();
                ctx.result("the orders of " + user.name());
            });
        });
        // end
        return app;
    }
}
