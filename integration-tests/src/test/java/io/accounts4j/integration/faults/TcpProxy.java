package io.accounts4j.integration.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A network between a client and PostgreSQL that breaks on demand. New connections are always good. */
final class TcpProxy implements AutoCloseable {

    /** PostgreSQL's answer to a commit: a message of type C. */
    private static final Pattern COMMITTED = Pattern.compile("C\\x00{3}.COMMIT\\x00", Pattern.DOTALL);

    /** The same for a statement that found or changed something and committed itself: nothing is open any more. */
    private static final Pattern DONE =
            Pattern.compile("C\\x00{3}.(COMMIT|(UPDATE|SELECT) [1-9]\\d*)\\x00Z\\x00{3}\\x05I", Pattern.DOTALL);

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Pattern losable = COMMITTED;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    TcpProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections there are, both ways, and answers how many. */
    int cut() {
        Set<Link> cut = Set.copyOf(links);
        cut.forEach(Link::close);
        return cut.size();
    }

    /** From now on nothing passes on the connections there are, and nobody is told. Answers how many. */
    int swallow() {
        Set<Link> swallowed = Set.copyOf(links);
        swallowed.forEach(link -> link.silent = true);
        return swallowed.size();
    }

    /** Loses the answers to the next commits, and cuts their connections. */
    void loseCommits(int count) {
        lose(COMMITTED, count);
    }

    /** Loses the answers to the next commits and to statements that commit themselves, and cuts their connections. */
    void loseWrites(int count) {
        lose(DONE, count);
    }

    private void lose(Pattern answers, int count) {
        losable = answers;
        answersToLose.set(count);
    }

    /** How many answers to commits were lost so far. */
    int lost() {
        return lost.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        int unused = cut();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            start(() -> link.pump(client, link.server));
            start(() -> link.pump(link.server, client));
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | UncheckedIOException end) {
                // Closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private boolean losesAnswer(byte[] bytes, int count) {
        boolean committed = losable.matcher(new String(bytes, 0, count, StandardCharsets.ISO_8859_1))
                .find();
        boolean loses = committed && answersToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (loses) {
            lost.incrementAndGet();
        }
        return loses;
    }

    /** One connection through the proxy. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to) throws IOException {
            byte[] buffer = new byte[65_536];
            try {
                InputStream in = from.getInputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (from == server && losesAnswer(buffer, count)) {
                        return;
                    }
                    if (!silent) {
                        to.getOutputStream().write(buffer, 0, count);
                    }
                }
            } finally {
                if (!silent) {
                    close();
                }
            }
        }

        void close() {
            links.remove(this);
            try (client;
                    server) {
                silent = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
