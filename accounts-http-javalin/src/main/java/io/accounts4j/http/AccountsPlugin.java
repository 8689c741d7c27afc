package io.accounts4j.http;

import io.accounts4j.Accounts;
import io.accounts4j.health.HealthCheck;
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
    private @Nullable Parts parts;

    /** Over {@code accounts}, with what {@code settings} sets. */
    public AccountsPlugin(Accounts accounts, Consumer<AccountsConfig> settings) {
        super(settings, new AccountsConfig());
        this.accounts = accounts;
    }

    /** Mounts the routes; {@link IllegalStateException} says what setting is missing. */
    @Override
    public void onStart(JavalinState state) {
        Parts assembled = Parts.of(accounts, pluginConfig);
        this.parts = assembled;
        AsyncSupport.require(state.jetty);
        if (pluginConfig.insecureCookies()) {
            Loopback.only(state.jetty);
        }
        PageErrors pageErrors =
                new PageErrors(pluginConfig.pages(), Paths.of(pluginConfig).stylesheet());
        Guard guard = new Guard(accounts, assembled, replies(assembled, pageErrors));
        new Mount(state, guard, pluginConfig.basePath()).mount(actions(assembled));
    }

    /** Who asks, for handlers of the host. */
    @Override
    public CurrentUser createExtension(Context ctx) {
        if (parts == null) {
            throw new IllegalStateException("the server is still being configured");
        }
        return new CurrentUser(ctx, parts);
    }

    private Replies replies(Parts assembled, PageErrors pageErrors) {
        BodyReceiver receiver = new BodyReceiver(pluginConfig.bodyLimit(), pluginConfig.bodyTimeout());
        return new Replies(assembled.cors(), pageErrors, receiver);
    }

    private ConfirmationPage confirmationPage(Paths paths, Parts assembled) {
        return new ConfirmationPage(pluginConfig.pages(), paths, pluginConfig.afterConfirmation(), assembled.cookies());
    }

    private SessionRoutes sessionRoutes(Parts assembled) {
        return new SessionRoutes(assembled.cookies(), pluginConfig.clearSiteData(), pluginConfig.clock());
    }

    private Map<Operation, Action> actions(Parts assembled) {
        Paths paths = Paths.of(pluginConfig);
        List<HealthCheck> checks = new ArrayList<>(List.of(accounts.health()));
        checks.addAll(pluginConfig.healthChecks());
        Map<Operation, Action> actions = new EnumMap<>(Operation.class);
        actions.putAll(new UserRoutes(paths).actions());
        actions.putAll(new UserListRoute(paths, new Cursors(pluginConfig.signingKeys())).actions());
        actions.putAll(sessionRoutes(assembled).actions());
        actions.putAll(ConfirmationRoutes.actions());
        actions.putAll(confirmationPage(paths, assembled).actions());
        actions.putAll(new HealthRoutes(checks, pluginConfig.jobHealth()).actions());
        actions.putAll(Stylesheet.actions());
        return actions;
    }
}
