package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Bytes;

class DarkroomTest {
    private final Darkroom darkroom = new Darkroom();

    @ParameterizedTest
    @CsvSource({
        "png, 2600, 1300",
        "jpg, 1280, 960",
        "gif, 500, 900",
        "png, 320, 10",
        "png, 1, 1",
        "jpg, 5000, 2",
        "jpg, 9, 4000"
    })
    void everyWidthHasThePicturesProportionsAndNoneIsEnlarged(String format, int width, int height) throws IOException {
        var made = darkroom.renditions(file(picture(width, height, BufferedImage.TYPE_INT_RGB), format))
                .orElseThrow();
        assertThat(made.keySet()).containsExactlyElementsOf(Darkroom.WIDTHS);
        for (var one : made.entrySet()) {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(one.getValue().toArray()));
            int expected = Math.min(one.getKey(), width);
            assertThat(image.getWidth()).isEqualTo(expected);
            assertThat((double) image.getHeight())
                    .isCloseTo(
                            Math.max(1, (double) height * expected / width), org.assertj.core.data.Offset.offset(2.0));
        }
    }

    @Test
    void theSamePictureGivesTheSameBytes() throws IOException {
        Bytes file = file(picture(900, 600, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(new Darkroom().renditions(file)).isEqualTo(darkroom.renditions(file));
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        BufferedImage clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        Bytes jpeg = rendition(file(clear, "png"), 320);
        Color colour =
                new Color(ImageIO.read(new ByteArrayInputStream(jpeg.toArray())).getRGB(100, 100));
        assertThat(colour.getRed() + colour.getGreen() + colour.getBlue()).isGreaterThan(3 * 250);
    }

    @Test
    void coloursStayWhatTheyWere() throws IOException {
        BufferedImage red = new BufferedImage(1400, 700, BufferedImage.TYPE_INT_RGB);
        red.createGraphics();
        for (int x = 0; x < 1400; x++) {
            for (int y = 0; y < 700; y++) {
                red.setRGB(x, y, 0xC02020);
            }
        }
        Bytes jpeg = rendition(file(red, "jpg"), 640);
        Color colour =
                new Color(ImageIO.read(new ByteArrayInputStream(jpeg.toArray())).getRGB(300, 100));
        assertThat(Math.abs(colour.getRed() - 0xC0)).isLessThan(12);
        assertThat(Math.abs(colour.getBlue() - 0x20)).isLessThan(12);
    }

    @ParameterizedTest
    @CsvSource({"20001, 1", "1, 20001", "6000, 5001", "2147483647, 2147483647"})
    void aSmallFileOfAHugePictureIsNotUnpacked(int width, int height) throws IOException {
        assertThat(darkroom.renditions(bomb(width, height))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg/>",
                "RIFF$\u0000\u0000\u0000WEBPVP8 ",
                "<!doctype html><title>Not found</title>",
                "GIF89a",
                "BMF\u0000\u0000\u0000",
                "%PDF-1.7"
            })
    void whatIsNoPictureWeReadBecomesNone(String content) {
        assertThat(darkroom.renditions(Bytes.copyOf(content.getBytes(StandardCharsets.ISO_8859_1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aDamagedFileNeverThrows(String format) throws IOException {
        byte[] whole =
                file(picture(200, 150, BufferedImage.TYPE_INT_RGB), format).toArray();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 20)) {
            darkroom.renditions(Bytes.copyOf(Arrays.copyOf(whole, length)));
        }
        for (int at = 0; at < Math.min(300, whole.length); at += 4) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xFF;
            darkroom.renditions(Bytes.copyOf(damaged));
        }
        assertThat(darkroom.renditions(Bytes.copyOf(whole))).isPresent();
    }

    private Bytes rendition(Bytes file, int width) {
        return Optional.ofNullable(darkroom.renditions(file).orElseThrow().get(width))
                .orElseThrow();
    }

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int x = 0; x < width; x++) {
            picture.setRGB(x, Math.min(height - 1, x % height), 0x3366CC);
        }
        return picture;
    }

    private static Bytes file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return Bytes.copyOf(out.toByteArray());
    }

    /** A PNG of a few hundred bytes that says it is this large. */
    private static Bytes bomb(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(out, "IHDR", head.put(new byte[] {8, 0, 0, 0, 0}).array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[100_000]);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return Bytes.copyOf(out.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(name);
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
