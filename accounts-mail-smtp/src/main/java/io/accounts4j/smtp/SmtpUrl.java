package io.accounts4j.smtp;

import io.accounts4j.kernel.MalformedUrlException;
import io.accounts4j.kernel.ServerUrl;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses {@code smtp:} and {@code smtps:} URLs. Messages repeat no part of a URL, because any part may be the password. */
final class SmtpUrl {

    static final String FORM =
            "it looks like smtp://user:password@host:587?from=no-reply@example.org, and any @ : / ? #"
                    + " % & or + in user and password as %40 %3A %2F %3F %23 %25 %26 %2B";

    private static final Set<String> PARAMETERS = Set.of("from", "name", "tls");

    private SmtpUrl() {}

    static SmtpMailerBuilder read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw unreadable("must be set, got " + (text == null ? "null" : "a blank one"));
        }
        require(text.matches("(?i)smtps?:.*"), "does not begin with smtp:// or smtps://");
        return read(parse(text));
    }

    private static ServerUrl parse(String text) {
        try {
            return ServerUrl.parse(text);
        } catch (MalformedUrlException e) {
            throw unreadable(e.reason());
        }
    }

    private static SmtpMailerBuilder read(ServerUrl url) {
        require(url.fragment().isEmpty(), "names no host");
        require(url.path().isEmpty() || url.path().equals("/"), "has a path");
        Map<String, String> parameters = parameters(url.query());
        SmtpMailerBuilder builder = SmtpMailer.builder(url.host());
        encrypt(builder, url.scheme(), parameters.get("tls"));
        url.port().ifPresent(builder::port);
        credentials(builder, url);
        from(builder, parameters.get("from"), parameters.get("name"));
        return builder;
    }

    private static void encrypt(SmtpMailerBuilder builder, String scheme, @Nullable String tls) {
        boolean implicit = scheme.equals("smtps");
        String kind = tls == null ? (implicit ? "implicit" : "starttls") : tls;
        require(!implicit || kind.equals("implicit"), "begins with smtps:// and asks for another kind of tls");
        switch (kind) {
            case "starttls" -> builder.startTls();
            case "implicit" -> builder.implicitTls();
            case "none" -> builder.plain();
            case "insecure" -> builder.insecurePlain();
            default -> throw unreadable("has a tls that is none of starttls, implicit, none and insecure");
        }
    }

    private static void credentials(SmtpMailerBuilder builder, ServerUrl url) {
        require(url.user().isPresent() == url.password().isPresent(), "has a user without a password, or the reverse");
        url.user()
                .ifPresent(user ->
                        builder.credentials(user, Password.of(url.password().orElseThrow())));
    }

    private static void from(SmtpMailerBuilder builder, @Nullable String from, @Nullable String name) {
        if (from == null || !Email.problems(from).isEmpty()) {
            throw unreadable("has no from, or one that is no e-mail address");
        }
        if (name == null) {
            builder.from(new Email(from));
        } else {
            builder.from(new Email(from), name);
        }
    }

    private static Map<String, String> parameters(Optional<String> query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.map(text -> text.split("&")).orElseGet(() -> new String[0])) {
            String[] parts = pair.split("=", 2);
            require(
                    parts.length == 2 && PARAMETERS.contains(parts[0]),
                    "has a parameter other than from, name and tls");
            require(parameters.put(parts[0], decoded(parts[1])) == null, "has a parameter twice");
        }
        return parameters;
    }

    /** Decodes percent-encoding. A {@code +} stays a plus, which is common in addresses. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw unreadable(complaint);
        }
    }

    private static IllegalArgumentException unreadable(String complaint) {
        return new IllegalArgumentException("the SMTP URL " + complaint + "; " + FORM);
    }
}
