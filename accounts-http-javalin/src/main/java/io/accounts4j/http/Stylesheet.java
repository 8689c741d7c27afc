package io.accounts4j.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The sheet of our own pages, served from memory under a name that changes with its content. */
final class Stylesheet {

    private static final byte[] CONTENT = load();

    /** Its name, with the first 64 bits of its SHA-256. */
    static final String FILE = "accounts-" + hash() + ".css";

    private Stylesheet() {}

    static Map<Operation, Action> actions() {
        return Map.of(Operation.STYLESHEET, Stylesheet::serve);
    }

    private static Answer serve(Call call) {
        if (!call.pathParameter("file").equals(FILE)) {
            throw Refusal.of(ProblemType.NOT_FOUND, "there is no such file");
        }
        return Answer.of(200, "text/css; charset=utf-8", CONTENT)
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
