package io.accounts4j.http.javalin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many connections that send a beginning at once and then one byte now and then, all on one thread of the client. */
final class Trickle implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final CountDownLatch cut;
    private final AtomicInteger answered = new AtomicInteger();
    private final long paceMillis;
    private final Thread thread = new Thread(this::run, "trickle");
    private volatile boolean closed;

    Trickle(int port, int connections, String beginning, long paceMillis) throws IOException {
        this.cut = new CountDownLatch(connections);
        this.paceMillis = paceMillis;
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** How many connections the server has not closed. */
    long open() {
        return cut.getCount();
    }

    /** How many connections got an answer with status 408. */
    int timeouts() {
        return answered.get();
    }

    /** Waits until the server has closed every connection. */
    boolean awaitCut(long seconds) throws InterruptedException {
        return cut.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    private void run() {
        try {
            long due = System.nanoTime();
            while (!closed && cut.getCount() > 0) {
                long left = paceMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
                int unused = selector.select(Math.max(1, left));
                List<SelectionKey> readable = List.copyOf(selector.selectedKeys());
                readable.forEach(this::read);
                selector.selectedKeys().clear();
                if (left <= 1) {
                    due = System.nanoTime();
                    List.copyOf(selector.keys()).forEach(this::write);
                }
            }
        } catch (IOException | RuntimeException e) {
            closed = true;
        }
    }

    private void read(SelectionKey key) {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        try {
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                end(key);
            } else if (new String(buffer.array(), 0, count, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 408 ")) {
                answered.incrementAndGet();
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void write(SelectionKey key) {
        try {
            if (key.isValid()) {
                int unused = ((SocketChannel) key.channel()).write(ByteBuffer.wrap(new byte[] {' '}));
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void end(SelectionKey key) {
        if (key.isValid()) {
            key.cancel();
            cut.countDown();
        }
    }
}
