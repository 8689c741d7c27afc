package io.accounts4j.http;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.http.guard.CidrRange;
import io.accounts4j.http.guard.PublicUrl;
import io.accounts4j.http.page.AccountPages;
import io.accounts4j.http.wire.BodyBounds;
import io.accounts4j.http.wire.SigningKeys;
import io.accounts4j.job.JobHealth;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP façade. Only {@link #publicUrl} is required. Wrong values are refused at once with an
 * {@link IllegalArgumentException}. Not thread-safe; read once, when the server is configured.
 */
public final class AccountsConfig {

    private String basePath = "/api";
    private @Nullable PublicUrl publicUrl;
    private boolean insecureCookies;
    private final List<CidrRange> trustedProxies = new ArrayList<>();
    private final Set<String> allowedOrigins = new LinkedHashSet<>();
    private final List<HealthCheck> healthChecks = new ArrayList<>();
    private Optional<Supplier<JobHealth>> jobHealth = Optional.empty();
    private SigningKeys signingKeys = SigningKeys.random();
    private AccountPages pages = AccountPages.standard();
    private String afterConfirmation = "/";
    private List<String> clearSiteData = List.of();
    private BodyBounds body = BodyBounds.DEFAULT;
    private Clock clock = Clock.systemUTC();

    /** The defaults. */
    public AccountsConfig() {}

    /** Sets the path of the API; the empty text is the root. Default: {@code /api}. */
    @CanIgnoreReturnValue
    public AccountsConfig basePath(String path) {
        if (!path.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("a base path looks like /api, not " + path);
        }
        this.basePath = path;
        return this;
    }

    /**
     * The address users reach the site by, such as {@code https://app.example.org}: the same that {@code
     * AccountsBuilder.publicUrl} was given. Requests from pages of this origin are not cross-site. Required.
     */
    @CanIgnoreReturnValue
    public AccountsConfig publicUrl(URI url) {
        this.publicUrl = PublicUrl.of(url);
        return this;
    }

    /**
     * Cookies without {@code Secure} and {@code __Host-}, for development in browsers that take such cookies over TLS
     * only. The server then refuses to start on anything but the loopback interface.
     */
    @CanIgnoreReturnValue
    public AccountsConfig insecureCookies(boolean insecure) {
        this.insecureCookies = insecure;
        return this;
    }

    /** Proxies whose {@code X-Forwarded-For} and {@code -Proto} are believed, such as {@code 10.0.0.0/8}; none by default. */
    @CanIgnoreReturnValue
    public AccountsConfig trustedProxies(String... ranges) {
        for (String range : ranges) {
            trustedProxies.add(CidrRange.parse(range));
        }
        return this;
    }

    /**
     * Other origins whose pages may use the API with bearer tokens, such as {@code https://app.example.org}; none by
     * default. Cookies never count for them.
     */
    @CanIgnoreReturnValue
    public AccountsConfig allowedOrigins(String... origins) {
        for (String origin : origins) {
            if (!PublicUrl.of(URI.create(origin)).origin().equals(origin)) {
                throw new IllegalArgumentException("an origin looks like https://app.example.org, not " + origin);
            }
            allowedOrigins.add(origin);
        }
        return this;
    }

    /**
     * Signs list cursors with {@code current}, and takes those signed with {@code old} as well, so that a key can be
     * replaced. At least 32 bytes each. Without it every process has a key of its own: cursors end with a restart and are
     * foreign to other nodes.
     */
    @CanIgnoreReturnValue
    public AccountsConfig signingKey(byte[] current, byte[]... old) {
        this.signingKeys = SigningKeys.of(current, old);
        return this;
    }

    /**
     * The checks of {@code /health/ready} besides the database: parts that another node could do better, such as {@code
     * engine.health()}. Never a backlog, which is the same on every node.
     */
    @CanIgnoreReturnValue
    public AccountsConfig healthChecks(HealthCheck... checks) {
        healthChecks.addAll(List.of(checks));
        return this;
    }

    /** The figures of {@code /health/jobs}, such as {@code jobHealthCheck::look}. Default: none, and the path is not found. */
    @CanIgnoreReturnValue
    public AccountsConfig jobHealth(Supplier<JobHealth> figures) {
        this.jobHealth = Optional.of(figures);
        return this;
    }

    /** Sets the pages behind mailed links. Default: {@link AccountPages#standard()}. */
    @CanIgnoreReturnValue
    public AccountsConfig pages(AccountPages replaced) {
        this.pages = replaced;
        return this;
    }

    /**
     * Sets where confirming on the page leads, as a path below the public URL such as {@code /welcome}. Default: {@code /}.
     */
    @CanIgnoreReturnValue
    public AccountsConfig afterConfirmation(String path) {
        if (!path.matches("/([A-Za-z0-9._~%!$&'()*+,;=:@?-][A-Za-z0-9._~%!$&'()*+,;=:@?/-]*)?")) {
            throw new IllegalArgumentException("afterConfirmation must be a path such as /welcome, got " + path);
        }
        this.afterConfirmation = path;
        return this;
    }

    /** Sets the most bytes of a request body, 1 or more. Default: 65,536. */
    @CanIgnoreReturnValue
    public AccountsConfig bodyLimit(int bytes) {
        this.body = new BodyBounds(bytes, body.timeout());
        return this;
    }

    /**
     * Sets how long a request body may take to arrive, from the end of the head to the last byte, 1 millisecond to 1 hour;
     * the answer to a slower one is 408. Default: 20 seconds.
     */
    @CanIgnoreReturnValue
    public AccountsConfig bodyTimeout(Duration timeout) {
        this.body = new BodyBounds(body.bytes(), timeout);
        return this;
    }

    /**
     * Sends {@code Clear-Site-Data} with these types at sign-out, such as {@code "storage"} (W3C Clear Site Data, 3.1).
     * Default: none. It removes data of the whole origin, the host's own included, and browsers may stall for seconds
     * over {@code "cache"}.
     */
    @CanIgnoreReturnValue
    public AccountsConfig clearSiteData(String... types) {
        for (String type : types) {
            if (!type.matches("[A-Za-z]+|\\*")) {
                throw new IllegalArgumentException("clearSiteData must name types such as storage, got " + type);
            }
        }
        this.clearSiteData = List.of(types);
        return this;
    }

    /** Sets the clock. Default: the system clock. */
    @CanIgnoreReturnValue
    public AccountsConfig clock(Clock time) {
        this.clock = time;
        return this;
    }

    String basePath() {
        return basePath;
    }

    PublicUrl publicUrl() {
        if (publicUrl == null) {
            throw new IllegalStateException(
                    "the HTTP façade needs its publicUrl(...), such as https://app.example.org");
        }
        return publicUrl;
    }

    boolean insecureCookies() {
        return insecureCookies;
    }

    List<CidrRange> trustedProxies() {
        return trustedProxies;
    }

    Set<String> allowedOrigins() {
        return allowedOrigins;
    }

    List<HealthCheck> healthChecks() {
        return healthChecks;
    }

    Optional<Supplier<JobHealth>> jobHealth() {
        return jobHealth;
    }

    SigningKeys signingKeys() {
        return signingKeys;
    }

    AccountPages pages() {
        return pages;
    }

    Map<String, String> clearSiteData() {
        return clearSiteData.isEmpty()
                ? Map.of()
                : Map.of("Clear-Site-Data", "\"" + String.join("\", \"", clearSiteData) + "\"");
    }

    String afterConfirmation() {
        return afterConfirmation;
    }

    BodyBounds body() {
        return body;
    }

    Clock clock() {
        return clock;
    }
}
