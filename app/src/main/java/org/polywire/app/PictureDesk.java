package org.polywire.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.gather.Fetch;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.publish.Darkroom;
import org.polywire.publish.Resource.Rendition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of published articles in small, kept on the disk: each is fetched when a reader first asks for it, once for all
 * sizes and editions. It decides nothing: whoever asks has found the address in a published article.
 *
 * <p>A picture that could not be had is not asked for again within {@value #MINUTES} minutes. The folder holds what its limit says,
 * and can be deleted at any time. Safe to share between threads, and between processes on one folder.
 */
final class PictureDesk {
    /** The most that is kept, in bytes; some 3,000 pictures. */
    static final long LARGEST = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(PictureDesk.class);
    private static final int MINUTES = 10;
    private static final int FAILURES = 10_000;
    private static final int LOCKS = 64;

    private final Path folder;
    private final Function<URI, Fetch> web;
    private final long limit;
    private final Darkroom darkroom = new Darkroom();
    private final Cache<Path, Boolean> failures;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();
    private final ReentrantLock housekeeping = new ReentrantLock();
    private long size = -1;

    /**
     * @param folder made when the first picture comes
     * @param web how pictures are fetched: politely, guardedly, with limits of size and time
     */
    PictureDesk(Path folder, Function<URI, Fetch> web, InstantSource clock) {
        this(folder, web, clock, LARGEST);
    }

    PictureDesk(Path folder, Function<URI, Fetch> web, InstantSource clock, long limit) {
        this.folder = folder;
        this.web = web;
        this.limit = limit;
        failures = Caffeine.newBuilder()
                .maximumSize(FAILURES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(Duration.ofMinutes(MINUTES))
                .build();
    }

    /** The picture at an address as a rendition shows it, in JPEG; nothing if it cannot be had or is none. */
    Optional<Bytes> get(Rendition rendition, URI address) {
        Path file = file(rendition, rendition.width());
        return read(file).or(() -> {
            ReentrantLock lock = locks.get(Math.floorMod(file(rendition, 0).hashCode(), LOCKS));
            lock.lock();
            try {
                return read(file).or(() -> make(rendition, address));
            } finally {
                lock.unlock();
            }
        });
    }

    private Optional<Bytes> make(Rendition rendition, URI address) {
        Path name = file(rendition, 0);
        if (failures.getIfPresent(name) != null) {
            return Optional.empty();
        }
        Optional<SortedMap<Integer, Bytes>> made = fetch(address).flatMap(darkroom::renditions);
        made.ifPresentOrElse(files -> keep(rendition, files), () -> failures.put(name, true));
        return made.map(files -> files.get(rendition.width()));
    }

    private Optional<Bytes> fetch(URI address) {
        return web.apply(address) instanceof Fetched fetched
                ? Optional.of(fetched.capture().body())
                : Optional.empty();
    }

    /** The pictures of an article are not wanted any more, or are others now. */
    void remove(ArticleId article) {
        remove(folder, article);
    }

    /** The same for a folder that another process may be at work on. */
    static void remove(Path folder, ArticleId article) {
        delete(folder.resolve(article.value()));
    }

    private static Optional<Bytes> read(Path file) {
        try {
            return Optional.of(Bytes.copyOf(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Rendition rendition, int width) {
        return folder.resolve(rendition.article().value()).resolve(rendition.picture() + "-" + width + ".jpg");
    }

    /** A picture that cannot be kept, because the disk is full or the folder was just removed, is still shown. */
    private void keep(Rendition rendition, SortedMap<Integer, Bytes> files) {
        try {
            Files.createDirectories(folder.resolve(rendition.article().value()));
            for (var entry : files.entrySet()) {
                write(file(rendition, entry.getKey()), entry.getValue());
            }
            makeRoom(files.values().stream().mapToLong(Bytes::size).sum());
        } catch (IOException e) {
            LOG.warn("a picture of article {} could not be kept: {}", rendition.article(), e.toString());
        }
    }

    private static void write(Path file, Bytes content) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), "new-", ".tmp");
        Files.write(whole, content.toArray());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Those whose articles had no new picture for the longest time go first. */
    private void makeRoom(long more) throws IOException {
        housekeeping.lock();
        try {
            size = size < 0 ? sizeOf(folder) : size + more;
            if (size > limit) {
                for (Path oldest : articles()) {
                    delete(oldest);
                    size = sizeOf(folder);
                    if (size <= limit / 10 * 9) {
                        break;
                    }
                }
            }
        } finally {
            housekeeping.unlock();
        }
    }

    private List<Path> articles() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .toList();
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.mapToLong(path -> path.toFile().isFile() ? path.toFile().length() : 0)
                    .sum();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} had no pictures", folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("pictures could not be removed from {}: {}", folder, e.toString());
        }
    }
}
