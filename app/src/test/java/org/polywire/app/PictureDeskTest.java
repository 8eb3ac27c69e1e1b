package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.publish.Resource.Rendition;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

class PictureDeskTest {
    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(Published.NOW);
    private final LoopbackServer press = LoopbackServer.start();
    private final Gatherer gatherer =
            new Gatherer(GatherConfig.defaults().withAllowed(Set.of(press.authority())), clock);

    @AfterEach
    void close() {
        gatherer.close();
        press.close();
    }

    @Test
    void aPictureIsFetchedOnceForAllItsSizesAndReaders() throws Exception {
        press.on("/p.png", Answers.ok("image/png", png(1400)));
        PictureDesk desk = desk(PictureDesk.LARGEST);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Bytes>>> asked = IntStream.range(0, 12)
                    .mapToObj(i -> readers.submit(() ->
                            desk.get(of(1, List.of(320, 640, 1280).get(i % 3)), address("/p.png"))))
                    .toList();
            for (Future<Optional<Bytes>> one : asked) {
                assertThat(one.get()).isPresent();
            }
        }
        assertThat(press.received("/p.png")).hasSize(1);
        assertThat(desk(PictureDesk.LARGEST).get(of(1, 640), address("/p.png"))).isPresent();
        assertThat(press.received("/p.png")).as("after a restart").hasSize(1);
    }

    @Test
    void aPictureThatCannotBeHadIsNotAskedForAgainForAWhile() throws IOException {
        press.on("/p.png", Answers.sequence(Answers.status(503), Answers.ok("image/png", png(400))));
        PictureDesk desk = desk(PictureDesk.LARGEST);
        assertThat(desk.get(of(1, 320), address("/p.png"))).isEmpty();
        assertThat(desk.get(of(1, 640), address("/p.png"))).isEmpty();
        assertThat(press.received("/p.png")).hasSize(1);
        clock.advance(Duration.ofMinutes(11));
        assertThat(desk.get(of(1, 320), address("/p.png"))).isPresent();
    }

    @Test
    void whatTheSourceForbidsOrWhatIsNoPictureIsNotShown() throws IOException {
        press.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nDisallow: /closed"));
        press.on("/closed.png", Answers.ok("image/png", png(400)));
        press.on("/reserved.png", Answers.with("tdm-reservation", "1", Answers.ok("image/png", png(400))));
        press.on("/p.png", Answers.ok("image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        press.on("/endless.png", Answers.endless());
        press.on("/bomb.png", Answers.gzipBomb(1L << 30));
        press.on("/away.png", Answers.redirect("http://169.254.169.254/latest/meta-data/"));
        PictureDesk desk = desk(PictureDesk.LARGEST);
        int article = 1;
        for (String path :
                List.of("/closed.png", "/reserved.png", "/p.png", "/endless.png", "/bomb.png", "/away.png")) {
            assertThat(desk.get(of(article++, 320), address(path))).as(path).isEmpty();
        }
        assertThat(press.received("/closed.png")).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aPrivateNetworkIsNeverAsked() throws IOException {
        press.on("/p.png", Answers.ok("image/png", png(400)));
        try (Gatherer strict = new Gatherer(GatherConfig.defaults(), clock)) {
            PictureDesk desk = new PictureDesk(
                    folder, address -> strict.fetch(new Request(address, Validators.NONE, Purpose.PAGE)), clock);
            assertThat(desk.get(of(1, 320), address("/p.png"))).isEmpty();
        }
        assertThat(press.received()).isEmpty();
    }

    @Test
    void theOldestGoWhenTheFolderIsFull() throws IOException {
        press.on("/p.png", Answers.ok("image/png", png(1300)));
        PictureDesk endless = desk(PictureDesk.LARGEST);
        endless.get(of(1, 320), address("/p.png"));
        long size = size();
        PictureDesk desk = desk(3 * size + size / 2);
        for (int article = 2; article <= 9; article++) {
            Files.setLastModifiedTime(
                    folder.resolve(Published.id(article - 1).value()),
                    java.nio.file.attribute.FileTime.fromMillis(1000L * article));
            desk.get(of(article, 320), address("/p.png"));
            assertThat(size()).isLessThanOrEqualTo(3 * size + size / 2);
        }
        assertThat(folder.resolve(Published.id(9).value())).exists();
        assertThat(folder.resolve(Published.id(1).value())).doesNotExist();
    }

    @Test
    void whatIsRemovedIsGoneFromTheDiskAndOthersStay() throws IOException {
        press.on("/p.png", Answers.ok("image/png", png(400)));
        PictureDesk desk = desk(PictureDesk.LARGEST);
        desk.get(of(1, 320), address("/p.png"));
        desk.get(of(2, 320), address("/p.png"));
        desk.remove(Published.id(1));
        desk.remove(Published.id(3));
        assertThat(folder.resolve(Published.id(1).value())).doesNotExist();
        assertThat(files()).hasSize(3);
    }

    private PictureDesk desk(long limit) {
        return new PictureDesk(
                folder, address -> gatherer.fetch(new Request(address, Validators.NONE, Purpose.PAGE)), clock, limit);
    }

    private static Rendition of(int article, int width) {
        ArticleId id = Published.id(article);
        return new Rendition(Published.EDITIONS.getFirst(), id, "0123456789abcdef", width);
    }

    private URI address(String path) {
        return press.address(path);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    static byte[] png(int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
