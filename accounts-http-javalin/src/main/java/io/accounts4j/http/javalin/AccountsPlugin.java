package io.accounts4j.http.javalin;

import io.accounts4j.Accounts;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.confirmation.ConfirmationApi;
import io.accounts4j.http.confirmation.ConfirmationPage;
import io.accounts4j.http.guard.Checks;
import io.accounts4j.http.guard.Guard;
import io.accounts4j.http.guard.PageErrors;
import io.accounts4j.http.guard.Responder;
import io.accounts4j.http.health.HealthApi;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.servlet.BodyReceiver;
import io.accounts4j.http.signin.SignInApi;
import io.accounts4j.http.users.UserListApi;
import io.accounts4j.http.users.UsersApi;
import io.accounts4j.http.wire.BodyReader;
import io.accounts4j.http.wire.Cookies;
import io.accounts4j.http.wire.Cursors;
import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.plugin.ContextPlugin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * User accounts on a Javalin server: {@code config.registerPlugin(new AccountsPlugin(accounts, settings ->
 * settings.publicUrl(url)))}. Adds its own routes below the base path and under {@code /users}, and touches nothing else:
 * no exception, error or before handler, JSON mapper, cookie or static file of the host. A route the host has registered
 * for the same method and path wins.
 *
 * <p>In handlers of the host, {@code ctx.with(AccountsPlugin.class)} is the {@link CurrentUser}.
 */
public final class AccountsPlugin extends ContextPlugin<AccountsConfig, CurrentUser> {

    private final Accounts accounts;
    private @Nullable Checks parts;

    /** Over {@code accounts}, with what {@code settings} sets. */
    public AccountsPlugin(Accounts accounts, Consumer<AccountsConfig> settings) {
        super(settings, new AccountsConfig());
        this.accounts = accounts;
    }

    /** Mounts the routes; {@link IllegalStateException} says what setting is missing. */
    @Override
    public void onStart(JavalinState state) {
        Checks assembled = checks();
        this.parts = assembled;
        AsyncSupport.require(state.jetty);
        if (pluginConfig.insecureCookies()) {
            Loopback.only(state.jetty);
        }
        PageErrors pageErrors = new PageErrors(pluginConfig.pages(), Stylesheet.at(paths()));
        Guard guard = new Guard(accounts, assembled, replies(assembled, pageErrors));
        new Mount(state, guard, pluginConfig.basePath()).mount(actions(assembled));
    }

    /** The path of the style sheet of the standard pages, for pages of the host in the same look. */
    public String stylesheet() {
        return Stylesheet.at(paths());
    }

    /** Who asks, for handlers of the host. */
    @Override
    public CurrentUser createExtension(Context ctx) {
        if (parts == null) {
            throw new IllegalStateException("the server is still being configured");
        }
        return new CurrentUser(ctx, parts);
    }

    private Checks checks() {
        return Checks.of(
                accounts,
                pluginConfig.publicUrl(),
                pluginConfig.allowedOrigins(),
                pluginConfig.trustedProxies(),
                new Cookies(pluginConfig.insecureCookies()),
                new BodyReader(pluginConfig.bodyLimit()));
    }

    private Paths paths() {
        return Paths.below(pluginConfig.publicUrl().path(), pluginConfig.basePath());
    }

    private Responder replies(Checks assembled, PageErrors pageErrors) {
        BodyReceiver receiver = new BodyReceiver(pluginConfig.bodyLimit(), pluginConfig.bodyTimeout());
        return new Responder(assembled.cors(), pageErrors, receiver);
    }

    private ConfirmationPage confirmationPage(Paths paths, Checks assembled) {
        return new ConfirmationPage(pluginConfig.pages(), paths, pluginConfig.afterConfirmation(), assembled.cookies());
    }

    private SignInApi sessionRoutes(Checks assembled) {
        return new SignInApi(assembled.cookies(), pluginConfig.clearSiteData(), pluginConfig.clock());
    }

    private Map<Route, Action> actions(Checks assembled) {
        Paths paths = paths();
        List<HealthCheck> checks = new ArrayList<>(List.of(accounts.health()));
        checks.addAll(pluginConfig.healthChecks());
        Map<Route, Action> actions = new EnumMap<>(Route.class);
        actions.putAll(new UsersApi(paths).actions());
        actions.putAll(new UserListApi(paths, new Cursors(pluginConfig.signingKeys())).actions());
        actions.putAll(sessionRoutes(assembled).actions());
        actions.putAll(ConfirmationApi.actions());
        actions.putAll(confirmationPage(paths, assembled).actions());
        actions.putAll(new HealthApi(checks, pluginConfig.jobHealth()).actions());
        actions.putAll(Stylesheet.actions());
        return actions;
    }
}
