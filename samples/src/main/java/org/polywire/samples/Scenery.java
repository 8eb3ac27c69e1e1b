package org.polywire.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * Draws the papers' pictures. The words of a picture's name choose what is seen ({@code harbour-dawn} is a harbour at dawn),
 * the whole name chooses the rest, so a name always gives the same picture. Drawn once, then kept. Safe to share between
 * threads.
 */
final class Scenery {
    static final int WIDTH = 1200;
    static final int HEIGHT = 675;

    private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();

    private Scenery() {}

    /**
     * The picture of this name as PNG.
     *
     * @param width in pixels; the height is 9/16 of it
     */
    static byte[] png(String name, int width) {
        return DRAWN.computeIfAbsent(name + "@" + width, key -> encoded(drawn(name, width)));
    }

    private static BufferedImage drawn(String name, int width) {
        BufferedImage image = new BufferedImage(width, width * 9 / 16, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale((double) width / WIDTH, (double) width / WIDTH);
        Random random = new Random(name.hashCode());
        if (random.nextBoolean()) {
            canvas.transform(new AffineTransform(-1, 0, 0, 1, WIDTH, 0));
        }
        Brush brush = new Brush(canvas, Palette.of(name, random), random);
        Subject.of(name, random).draw(brush);
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
