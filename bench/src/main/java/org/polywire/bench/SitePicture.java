package org.polywire.bench;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.imageio.ImageIO;

/** A source's server of pictures on loopback: one picture of 1200 by 800 pixels, a harbour at dusk as far as a few lines can draw it. */
final class SitePicture implements AutoCloseable {
    private final HttpServer server;

    private SitePicture(HttpServer server) {
        this.server = server;
    }

    static SitePicture start() throws IOException {
        byte[] png = png();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/port.png", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, png.length);
            exchange.getResponseBody().write(png);
            exchange.close();
        });
        server.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        return new SitePicture(server);
    }

    private static byte[] png() throws IOException {
        BufferedImage picture = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 1200; x++) {
                boolean water = y > 480 + 20 * Math.sin(x / 90.0);
                int light = water ? 60 + (x * 7 + y * 13) % 23 : 230 - y / 4;
                picture.setRGB(x, y, water ? light << 8 | (light * 2) : light << 16 | (light * 4 / 5) << 8 | light / 2);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://" + authority() + "/port.png");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
