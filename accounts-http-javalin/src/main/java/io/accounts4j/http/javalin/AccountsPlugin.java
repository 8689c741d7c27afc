package io.accounts4j.http.javalin;

import io.accounts4j.Accounts;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.AccountsHttp;
import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.plugin.ContextPlugin;
import java.util.Objects;
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

    private static final String CURRENT = CurrentUser.class.getName();

    private final Accounts accounts;
    private @Nullable AccountsHttp http;

    /** Over {@code accounts}, with what {@code settings} sets. */
    public AccountsPlugin(Accounts accounts, Consumer<AccountsConfig> settings) {
        super(settings, new AccountsConfig());
        this.accounts = accounts;
    }

    /** Mounts the routes; {@link IllegalStateException} says what setting is missing. */
    @Override
    public void onStart(JavalinState state) {
        AccountsHttp assembled = AccountsHttp.over(accounts, pluginConfig);
        http = assembled;
        StartChecks.add(state.jetty, assembled);
        Mount mount = new Mount(state);
        assembled.endpoints().forEach(mount::mount);
    }

    /** The path of the style sheet of the standard pages, for pages of the host in the same look. */
    public String stylesheet() {
        return AccountsHttp.stylesheet(pluginConfig);
    }

    /** The user behind the request, for handlers of the host; one object a request. */
    @Override
    public CurrentUser createExtension(Context ctx) {
        AccountsHttp assembled = http;
        if (assembled == null) {
            throw new IllegalStateException("the server is still being configured");
        }
        CurrentUser current =
                ctx.attributeOrCompute(CURRENT, unused -> new CurrentUser(ctx, assembled.caller(Mount.request(ctx))));
        return Objects.requireNonNull(current);
    }
}
