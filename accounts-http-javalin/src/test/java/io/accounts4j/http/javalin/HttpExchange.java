package io.accounts4j.http.javalin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response as far as two hosts must agree on it: status, headers of ours in the order of their names, and body, with what
 * is different each time replaced.
 */
record HttpExchange(int status, List<String> headers, String body) {

    private static final Set<String> OURS = Set.of(
            "access-control-allow-origin",
            "allow",
            "cache-control",
            "content-security-policy",
            "content-type",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "etag",
            "link",
            "location",
            "referrer-policy",
            "retry-after",
            "set-cookie",
            "strict-transport-security",
            "vary",
            "www-authenticate",
            "x-content-type-options",
            "x-request-id");

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._-]+(@|%40)example\\.(com|org)");

    /**
     * Sends these bytes and reads the response of the length it declares. Tomcat closes a connection only after the rest of a
     * body that it has refused.
     */
    static HttpExchange send(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String head = head(socket.getInputStream());
            boolean empty = request.startsWith("HEAD") || head.matches("HTTP/1.1 (204|304) (?s).*");
            byte[] body = empty ? new byte[0] : socket.getInputStream().readNBytes(length(head));
            return parse(head, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }

    boolean isOurs() {
        return headers.stream().anyMatch(line -> line.startsWith("x-request-id:"));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        Matcher declared = LENGTH.matcher(head);
        return declared.find() ? Integer.parseInt(declared.group(1)) : 0;
    }

    private static HttpExchange parse(String answer, String body) {
        String[] head = answer.strip().split("\r\n");
        List<String> ours = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": *", 2);
            String name = header[0].toLowerCase(Locale.ROOT);
            if (OURS.contains(name)) {
                String value =
                        name.equals("content-type") ? header[1].replace(" ", "").toLowerCase(Locale.ROOT) : header[1];
                ours.add(name + ": " + replaced(value));
            }
        }
        ours.sort(null);
        return new HttpExchange(Integer.parseInt(head[0].split(" ")[1]), ours, replaced(body));
    }

    private static String replaced(String text) {
        String ids = ID.matcher(text).replaceAll("<id>");
        String times = TIME.matcher(ids).replaceAll("<time>");
        String tokens = TOKEN.matcher(times).replaceAll("<token>");
        return EMAIL.matcher(tokens).replaceAll("<email>");
    }
}
