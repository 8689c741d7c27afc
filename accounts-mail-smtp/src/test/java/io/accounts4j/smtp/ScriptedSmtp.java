package io.accounts4j.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on the loopback interface that accepts every command without a scripted reply: {@code GREETING}, {@code
 * EHLO}, {@code AUTH} …, and {@code END} for the line that ends a message.
 */
final class ScriptedSmtp implements AutoCloseable {

    static final String SILENCE = "(silence)";
    static final String DROP = "(drop)";
    static final String DRIP = "(drip)";
    static final String DEAFNESS = "(deafness)";

    private static final Map<String, String> GOOD = Map.of(
            "GREETING", "220 scripted",
            "STARTTLS", "220 go ahead",
            "AUTH", "235 welcome",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final ServerSocket server;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start(this::accept);
    }

    /** Scripts the reply to {@code command}, a text or one of the constants. */
    ScriptedSmtp on(String command, String reply) {
        script.put(command, reply);
        return this;
    }

    ScriptedSmtp offering(String... offers) {
        extensions.addAll(List.of(offers));
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The received lines of all connections, in order. */
    List<String> lines() {
        return lines;
    }

    /** The messages that were received whole. */
    List<String> messages() {
        return messages;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException end) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(socket, "GREETING");
        } catch (IOException gone) {
            // The client hung up, or the test is over.
        }
    }

    private void talk(Socket socket, String first) throws IOException {
        OutputStream out = socket.getOutputStream();
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String command = first;
        while (command != null && answer(command, out)) {
            if (command.equals("STARTTLS")) {
                SSLSocket tls = Certificates.secure(socket);
                talk(tls, "");
                return;
            }
            command = command.equals("DATA") && good("DATA") ? message(in) : next(in);
        }
    }

    private String next(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line == null ? null : line.split("[ :]", 2)[0];
    }

    private String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                messages.add(message.toString());
                return "END";
            }
            message.append(line).append('\n');
        }
        return null;
    }

    private boolean good(String command) {
        return !script.containsKey(command);
    }

    /** Returns whether the dialogue continues. */
    private boolean answer(String command, OutputStream out) throws IOException {
        String reply = command.isEmpty()
                ? ""
                : script.getOrDefault(command, command.equals("EHLO") ? ehlo() : GOOD.getOrDefault(command, "250 ok"));
        switch (reply) {
            case DROP -> {
                return false;
            }
            case SILENCE -> await(1_000_000);
            case DRIP -> {
                while (!await(20)) {
                    say(out, "250-still there");
                }
            }
            case DEAFNESS -> {
                say(out, GOOD.getOrDefault(command, "250 ok"));
                await(1_000_000);
            }
            case "" -> {}
            default -> say(out, reply);
        }
        return true;
    }

    private String ehlo() {
        StringBuilder reply = new StringBuilder("250-scripted\r\n");
        extensions.forEach(extension -> reply.append("250-").append(extension).append("\r\n"));
        return reply + "250 HELP";
    }

    private boolean await(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
