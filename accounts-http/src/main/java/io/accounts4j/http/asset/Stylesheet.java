package io.accounts4j.http.asset;

import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.http.wire.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The sheet of our own pages, served from memory under a name that changes with its content. */
public final class Stylesheet implements Feature {

    private static final byte[] CONTENT = load();

    /** Its name, with the first 64 bits of its SHA-256. */
    public static final String FILE = "accounts-" + hash() + ".css";

    @Override
    public List<Route> routes() {
        return List.of(Route.asset("/users/assets/{file}", Action.immediate(Stylesheet::serve)));
    }

    /** The path of the sheet. */
    public static String at(Paths paths) {
        return paths.assets() + FILE;
    }

    private static Response serve(AdmittedRequest call) {
        if (!call.pathParameter("file").equals(FILE)) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "there is no such file");
        }
        return Response.of(200, "text/css; charset=utf-8", CONTENT)
                .with("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static byte[] load() {
        try (InputStream file = Stylesheet.class.getResourceAsStream("/META-INF/accounts4j/http/accounts.css")) {
            if (file == null) {
                throw new IllegalStateException("accounts.css is missing from the jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CONTENT);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
