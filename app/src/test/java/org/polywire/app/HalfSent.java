package org.polywire.app;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request of 100,000 bytes whose sender pauses in the middle, and a second one that follows on the same connection. */
record HalfSent(String asked, String then) {
    private static final String HALF = "x".repeat(50_000);

    /**
     * What a server says to both; it can only answer the second if it has read the first wholly, and left the connection open.
     *
     * @param meanwhile runs while the first is half sent: long enough for an answer that comes too soon
     */
    String answers(int port, Runnable meanwhile) throws IOException {
        try (Socket connection = new Socket("localhost", port)) {
            OutputStream out = connection.getOutputStream();
            out.write(ascii(asked + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + HALF));
            meanwhile.run();
            out.write(ascii(HALF + then + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
