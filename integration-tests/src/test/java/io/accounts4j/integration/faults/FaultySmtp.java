package io.accounts4j.integration.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback that treats each receiver badly so many times before it takes his mail. */
final class FaultySmtp implements AutoCloseable {

    /** The faults, each in place of taking a mail. */
    enum Fault {
        /** Says 451. */
        TRY_LATER,
        /** Says 550. */
        REFUSE,
        /** Says nothing for longer than anybody waits. */
        TARPIT,
        /** Hangs up when the message is to come. */
        DROP_AFTER_DATA,
        /** Takes the message, and the answer that says so is lost. */
        DROP_AFTER_250
    }

    private final ServerSocket server;
    private final Fault fault;
    private final int times;
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    FaultySmtp(int port, Fault fault, int times) throws IOException {
        this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.fault = fault;
        this.times = times;
        run(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The ids of the messages it took, in the order they came. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** How often it did what it should not. */
    int faults() {
        return faults.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | UncheckedIOException end) {
                // One of the two hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            open.add(socket);
            run(() -> talk(socket));
        }
    }

    private void talk(Socket socket) throws IOException {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 here");
            boolean bad = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]", 2)[0];
                if (command.equals("RCPT")) {
                    bad = isBad(line);
                }
                if (!answer(command, bad, in, out)) {
                    return;
                }
            }
        } finally {
            open.remove(socket);
        }
    }

    private boolean isBad(String receiver) {
        AtomicInteger count = faults.computeIfAbsent(receiver, unknown -> new AtomicInteger());
        return count.getAndUpdate(n -> Math.min(n + 1, times)) < times;
    }

    /** Returns whether the conversation goes on. */
    private boolean answer(String command, boolean bad, BufferedReader in, OutputStream out) throws IOException {
        switch (command) {
            case "RCPT" -> {
                if (bad && fault == Fault.TARPIT) {
                    return in.readLine() != null;
                }
                say(
                        out,
                        bad && fault == Fault.TRY_LATER
                                ? "451 later"
                                : bad && fault == Fault.REFUSE ? "550 no" : "250 ok");
            }
            case "DATA" -> {
                if (bad && fault == Fault.DROP_AFTER_DATA) {
                    return false;
                }
                say(out, "354 go on");
                taken.add(message(in));
                if (bad && fault == Fault.DROP_AFTER_250) {
                    return false;
                }
                say(out, "250 taken");
            }
            case "QUIT" -> say(out, "221 bye");
            default -> say(out, "250 ok");
        }
        return true;
    }

    /** Reads one to its end and answers its id. */
    private static String message(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("cut short");
            }
            if (line.startsWith("Message-ID: ")) {
                id = line;
            }
        }
        return id;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private interface Work {
        void run() throws IOException;
    }
}
