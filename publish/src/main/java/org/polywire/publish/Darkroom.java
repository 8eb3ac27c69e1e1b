package org.polywire.publish;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.polywire.model.Bytes;

/**
 * Makes pictures of any origin into small JPEG files: the same bytes in, the same bytes out. What a file claims to be is decided by
 * its content; JPEG, PNG and GIF are read, nothing else. A picture's sides are read before it is, so that a small file cannot
 * fill the memory. What goes in besides pixels (places, names, programs) does not come out.
 *
 * <p>One picture at a time, whoever asks; safe to share between threads.
 */
public final class Darkroom {
    /** The widths of renditions, in pixels: a card, a telephone or a column, a wide column. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 1280);

    /** More than a camera of 6,000 by 4,000 makes; a progressive JPEG needs up to six bytes for each while it is read. */
    static final long MOST_PIXELS = 30_000_000;

    /** What JPEG can hold has sides of at most 65,535 (ITU-T T.81, B.2.2); no news picture is that long. */
    static final int LONGEST_SIDE = 20_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");
    private static final float QUALITY = 0.82f;

    private final ReentrantLock one = new ReentrantLock();

    /**
     * The picture in every width, in the proportions it has; never wider than it is.
     *
     * @return JPEG files by {@link #WIDTHS}; nothing if it is no picture that can be read, or too large
     */
    public Optional<SortedMap<Integer, Bytes>> renditions(Bytes picture) {
        one.lock();
        try {
            return read(picture.toArray()).map(Darkroom::renditions);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw anything on damaged files: IllegalArgument, IndexOutOfBounds, NegativeArraySize.
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    private static Optional<BufferedImage> read(byte[] file) throws IOException {
        // Not ImageIO.createImageInputStream, which keeps a file on the disk.
        try (ImageInputStream in =
                new javax.imageio.stream.MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return fits(reader) ? Optional.of(read(reader)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean fits(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return false;
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return width > 0
                && height > 0
                && Math.max(width, height) <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }

    /** With at least twice the pixels of the largest rendition on each side, if there are that many, and less than four times. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int step = Math.max(1, reader.getWidth(0) / (2 * WIDTHS.getLast()));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static SortedMap<Integer, Bytes> renditions(BufferedImage picture) {
        SortedMap<Integer, Bytes> made = new TreeMap<>();
        BufferedImage from = picture;
        for (int width : WIDTHS.reversed()) {
            from = scaled(from, Math.min(width, from.getWidth()));
            made.put(width, jpeg(from));
        }
        return made;
    }

    /** Halved as often as it goes, so that every pixel counts, then drawn to measure; on white where it is transparent. */
    private static BufferedImage scaled(BufferedImage picture, int width) {
        BufferedImage from = picture;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(from, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return to;
    }

    private static Bytes jpeg(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream file = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(file);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return Bytes.copyOf(out.toByteArray());
    }
}
