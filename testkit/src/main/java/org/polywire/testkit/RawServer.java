package org.polywire.testkit;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a free port of 127.0.0.1 that says exactly what a test tells it to, valid HTTP or not, and counts who calls.
 *
 * <p>Safe to share between threads.
 */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Talk talk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** What is done with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Talk {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket listening, Talk talk) {
        this.listening = listening;
        this.talk = talk;
    }

    public static RawServer start(Talk talk) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a request's head, then sends these characters (as ISO-8859-1) and hangs up. */
    public static RawServer answering(String raw) {
        return start((in, out) -> {
            readHead(in);
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** Takes connections and never says anything. */
    public static RawServer silent() {
        return start((in, out) -> in.transferTo(OutputStream.nullOutputStream()));
    }

    /** Reads up to the empty line that ends a request's head, or to the end; returns the first line. */
    public static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                break;
            }
        }
        return head.toString().lines().findFirst().orElse("");
    }

    public URI address(String path) {
        return URI.create("http://" + authority() + path);
    }

    public String authority() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** How many connections were made so far. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk.with(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException e) {
            // The client hung up, or the server was closed: both are what tests are about.
        } finally {
            open.remove(socket);
        }
    }

    /** Stops at once; open connections are cut off. */
    @Override
    public void close() {
        closeQuietly(listening);
        open.forEach(RawServer::closeQuietly);
        threads.shutdownNow();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
