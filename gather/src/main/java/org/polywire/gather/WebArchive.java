package org.polywire.gather;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Reason;

/**
 * What was once fetched, in WARC files (ISO 28500), of our own or of others such as CC-NEWS, plain or packed.
 *
 * <p>Of an address that was fetched several times the last answer counts. One that is no valid HTTP, or packed in a way that is not
 * read here, is as broken as it would be on the web. Only where each answer lies is kept in memory, so that an archive may be larger
 * than that. Safe to share between threads.
 */
public final class WebArchive implements Closeable {
    /** About 200 bytes of memory each. */
    static final int MOST_ADDRESSES = 2_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<WarcReader> files;
    private final Map<URI, Place> places;

    private record Place(int file, long position, boolean page) {}

    private WebArchive(List<WarcReader> files, Map<URI, Place> places) {
        this.files = files;
        this.places = places;
    }

    /**
     * Looks through archives.
     *
     * @param progress told the number of answers found so far
     * @throws IOException if a file cannot be read or is no WARC file; what stands before a damaged record is lost, too, as a
     *     part would replay with another outcome than the whole
     */
    public static WebArchive open(Collection<Path> paths, IntConsumer progress) throws IOException {
        List<WarcReader> files = new ArrayList<>();
        Map<URI, Place> places = new LinkedHashMap<>();
        try {
            for (Path path : paths) {
                WarcReader reader = new WarcReader(path);
                files.add(reader);
                index(reader, files.size() - 1, places, progress);
            }
            return new WebArchive(files, places);
        } catch (ParsingException e) {
            closeAll(files);
            throw new IOException("not a whole WARC file: " + e.getMessage(), e);
        } catch (IOException e) {
            closeAll(files);
            throw e;
        }
    }

    private static void index(WarcReader reader, int file, Map<URI, Place> places, IntConsumer progress)
            throws IOException {
        for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
            if (record.get() instanceof WarcResponse response && places.size() < MOST_ADDRESSES) {
                // Answers of other protocols, such as dns:, have a place in archives too.
                Optional<URI> address = Links.absolute(response.target()).map(Links::withoutFragment);
                if (address.isPresent()) {
                    places.put(address.get(), new Place(file, reader.position(), isPage(response)));
                    progress.accept(places.size());
                }
            }
            record.get().body().close();
        }
    }

    private static boolean isPage(WarcResponse response) throws IOException {
        try {
            return response.http().status() == 200
                    && response.http()
                            .headers()
                            .first("content-type")
                            .orElse("")
                            .contains("html");
        } catch (ParsingException e) {
            return false;
        }
    }

    /** Every address that was answered, in the order of the archives. */
    public List<URI> addresses() {
        return List.copyOf(places.keySet());
    }

    /** Those that were answered with a web page. */
    public List<URI> pages() {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().page())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Hosts with their ports, as {@link GatherConfig#allowed} has them. */
    public Set<String> authorities() {
        Set<String> authorities = new TreeSet<>();
        places.keySet()
                .forEach(address -> authorities.add(address.getAuthority().toLowerCase(Locale.ROOT)));
        return authorities;
    }

    /** What an address answered, up to a limit of bytes; empty if it is not in the archive. */
    Optional<Answer> find(URI address, int limit) {
        Place place = places.get(address);
        if (place == null) {
            return Optional.empty();
        }
        lock.lock();
        try {
            WarcReader reader = files.get(place.file());
            reader.position(place.position());
            return reader.next().map(record -> answer((WarcResponse) record, limit));
        } catch (IOException e) {
            throw new UncheckedIOException("an archive that was readable before", e);
        } finally {
            lock.unlock();
        }
    }

    private static Answer answer(WarcResponse response, int limit) {
        try {
            byte[] body = response.http().bodyDecoded().stream().readNBytes(limit + 1);
            boolean complete = body.length <= limit;
            Bytes kept = Bytes.copyOf(complete ? body : Arrays.copyOf(body, limit));
            return new Answer.Response(
                    response.http().status(),
                    new Headers(response.http().headers().map()),
                    kept,
                    complete);
        } catch (IOException e) {
            return new Answer.Broken(Reason.PROTOCOL_ERROR, "the answer in the archive is not valid HTTP, or cut off");
        }
    }

    /** What an address answered, as a capture; empty if it is not in the archive or was no document. */
    public Optional<Capture> capture(URI address) {
        Place place = places.get(address);
        return place == null
                ? Optional.empty()
                : find(address, GatherConfig.defaults().feedBytes())
                        .filter(Answer.Response.class::isInstance)
                        .map(Answer.Response.class::cast)
                        .filter(Answer.Response::hasBody)
                        .map(found -> new Capture(address, address, found.headers(), found.body(), Instant.EPOCH));
    }

    private static void closeAll(List<WarcReader> files) throws IOException {
        for (WarcReader file : files) {
            file.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(files);
    }
}
