package io.accounts4j.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.accounts4j.Accounts;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.confirmation.ConfirmationApi;
import io.accounts4j.http.confirmation.ConfirmationPage;
import io.accounts4j.http.guard.Checks;
import io.accounts4j.http.guard.CurrentCaller;
import io.accounts4j.http.guard.Guard;
import io.accounts4j.http.guard.PageErrors;
import io.accounts4j.http.guard.Responder;
import io.accounts4j.http.health.HealthApi;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.signin.SignInApi;
import io.accounts4j.http.users.UserListApi;
import io.accounts4j.http.users.UsersApi;
import io.accounts4j.http.wire.BodyReader;
import io.accounts4j.http.wire.Cookies;
import io.accounts4j.http.wire.Cursors;
import io.accounts4j.http.wire.Request;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON API and the pages, without a web server. A host uses a mount: {@code AccountsPlugin} of accounts-http-javalin or
 * {@code AccountsFilter} of accounts-http-servlet. Thread-safe.
 */
@SuppressWarnings("exports") // for our mounts, which see the package of Request and Response
public final class AccountsHttp {

    private final AccountsConfig config;
    private final Checks checks;
    private final List<Route> routes;
    private final List<Endpoint> endpoints;

    private AccountsHttp(AccountsConfig config, Checks checks, List<Route> routes, List<Endpoint> endpoints) {
        this.config = config;
        this.checks = checks;
        this.routes = routes;
        this.endpoints = endpoints;
    }

    /** The façade over {@code accounts}; {@link IllegalStateException} names a setting that is missing. */
    public static AccountsHttp over(Accounts accounts, AccountsConfig config) {
        Checks checks = Checks.of(
                accounts,
                config.publicUrl(),
                config.allowedOrigins(),
                config.trustedProxies(),
                new Cookies(config.insecureCookies()),
                new BodyReader(config.body()));
        PageErrors pageErrors = new PageErrors(config.pages(), stylesheet(config));
        Guard guard = new Guard(accounts, checks, new Responder(checks.cors(), pageErrors));
        List<Route> routes = features(accounts, config).stream()
                .flatMap(feature -> feature.routes().stream())
                .toList();
        return new AccountsHttp(config, checks, routes, endpoints(guard, routes, config.basePath()));
    }

    /** The path of the style sheet of the standard pages, for pages of the host in the same look. */
    public static String stylesheet(AccountsConfig config) {
        return Stylesheet.at(paths(config));
    }

    /** The access table: everything that can be called, and by whom. */
    public List<Route> routes() {
        return routes;
    }

    /** The paths, for servers that match paths themselves; those without parameters come first. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The path that {@code request} is for, for servers that leave matching to us; empty where it is not ours. */
    public Optional<Endpoint> find(Request request) {
        String path = pathWithin(request);
        return endpoints.stream().filter(endpoint -> endpoint.matches(path)).findFirst();
    }

    /** The caller of a route of the host. */
    public CurrentCaller caller(Request request) {
        return new CurrentCaller(checks, request);
    }

    /**
     * Checks an interface that the server listens on, by name or address; {@code null} for all. {@link
     * IllegalStateException} where cookies are insecure and a network reaches the interface.
     */
    public void checkHost(@Nullable String host) {
        if (config.insecureCookies() && !isLoopback(host)) {
            throw new IllegalStateException("insecureCookies(true) is for development on the loopback interface;"
                    + " start the server with host \"127.0.0.1\", or serve it over TLS without that setting");
        }
    }

    static String pathWithin(Request request) {
        return request.path().substring(request.contextPath().length());
    }

    private static List<Endpoint> endpoints(Guard guard, List<Route> routes, String basePath) {
        Map<String, List<Route>> byPath =
                routes.stream().collect(groupingBy(route -> route.path(basePath), LinkedHashMap::new, toList()));
        List<Endpoint> endpoints = new ArrayList<>();
        byPath.forEach((path, all) -> endpoints.add(new Endpoint(new PathPattern(path), guard, all)));
        endpoints.sort(Comparator.comparing(Endpoint::hasParameters));
        return List.copyOf(endpoints);
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Paths paths(AccountsConfig config) {
        return Paths.below(config.publicUrl().path(), config.basePath());
    }

    /** One line for each feature. */
    private static List<Feature> features(Accounts accounts, AccountsConfig config) {
        Paths paths = paths(config);
        Cookies cookies = new Cookies(config.insecureCookies());
        List<HealthCheck> health = new ArrayList<>(List.of(accounts.health()));
        health.addAll(config.healthChecks());
        return List.of(
                new UsersApi(paths),
                new UserListApi(paths, new Cursors(config.signingKeys())),
                new SignInApi(cookies, config.clearSiteData(), config.clock()),
                new ConfirmationApi(),
                new ConfirmationPage(config.pages(), paths, config.afterConfirmation(), cookies),
                new HealthApi(health, config.jobHealth()),
                new Stylesheet());
    }
}
