package org.polywire.marian;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.polywire.marian.CatalogueModel.RemoteFile;
import org.polywire.marian.ModelsException.Fault;

/**
 * Fetches from the servers on a list, and from no others; follows a redirect only to one of them. A file that broke off is gone on
 * with. Safe to share between threads.
 */
final class Download implements AutoCloseable {
    /** The published list has about 1,000 records of 1 kB. */
    static final int MAX_CATALOGUE = 32 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_REDIRECTS = 5;
    private static final int BLOCK = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int OUT_OF_RANGE = 416;

    private final Set<String> hosts;

    /** Made when it is needed: most who have models fetch none. */
    private @Nullable HttpClient client;

    Download(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    byte[] catalogue(URI address) throws ModelsException {
        HttpResponse<InputStream> response = get(address, 0);
        try (InputStream in = response.body()) {
            if (response.statusCode() != OK) {
                throw new ModelsException(Fault.SERVER_ERROR, "HTTP " + response.statusCode() + " " + address);
            }
            byte[] bytes = in.readNBytes(MAX_CATALOGUE + 1);
            if (bytes.length > MAX_CATALOGUE) {
                throw new ModelsException(Fault.BAD_CATALOGUE, "more than " + MAX_CATALOGUE + " bytes");
            }
            return bytes;
        } catch (ModelsException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelsException(Fault.UNREACHABLE, address.getHost(), e);
        }
    }

    /**
     * Fetches the packed form of a file, or the rest of it, and checks it.
     *
     * @param partial what came before, if anything
     * @param progress is told of bytes as they come; what came before counts
     */
    void fetch(URI address, RemoteFile file, Path partial, LongConsumer progress) throws ModelsException {
        long begin = size(partial);
        if (begin > file.packedSize()) {
            throw thrownAway(partial, Fault.WRONG_SIZE, file.name());
        }
        progress.accept(begin);
        if (begin < file.packedSize()) {
            transfer(address, file, partial, begin, progress);
        }
        long size = size(partial);
        if (size < file.packedSize()) {
            throw new ModelsException(
                    Fault.UNREACHABLE, file.name() + " broke off after " + size + " bytes; try again");
        }
        try {
            if (!Hashes.of(partial).equals(file.packedHash())) {
                throw thrownAway(partial, Fault.WRONG_HASH, file.name());
            }
        } catch (ModelsException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelsException(Fault.DISK, String.valueOf(e.getMessage()), e);
        }
    }

    private void transfer(URI address, RemoteFile file, Path partial, long begin, LongConsumer progress)
            throws ModelsException {
        HttpResponse<InputStream> response = get(address, begin);
        boolean more = response.statusCode() == PARTIAL;
        try (InputStream in = response.body()) {
            if (response.statusCode() == OUT_OF_RANGE) {
                throw thrownAway(partial, Fault.WRONG_SIZE, file.name());
            }
            if (response.statusCode() != OK && !more) {
                throw new ModelsException(Fault.SERVER_ERROR, "HTTP " + response.statusCode() + " " + address);
            }
            if (!more) {
                progress.accept(-begin);
            }
            copy(in, file, partial, more ? begin : 0, progress);
        } catch (IOException e) {
            throw e instanceof ModelsException known ? known : new ModelsException(Fault.UNREACHABLE, file.name(), e);
        }
    }

    /** What the network breaks off is an {@link IOException}, what the disk refuses a {@link ModelsException}. */
    private static void copy(InputStream in, RemoteFile file, Path partial, long begin, LongConsumer progress)
            throws IOException {
        StandardOpenOption mode = begin > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out = open(partial, mode)) {
            byte[] block = new byte[BLOCK];
            long size = begin;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > file.packedSize()) {
                    throw thrownAway(partial, Fault.WRONG_SIZE, file.name());
                }
                write(out, block, read);
                progress.accept(read);
            }
        }
    }

    private static OutputStream open(Path file, StandardOpenOption mode) throws ModelsException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private static void write(OutputStream out, byte[] block, int length) throws ModelsException {
        try {
            out.write(block, 0, length);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    static ModelsException disk(IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new ModelsException(full ? Fault.NO_SPACE : Fault.DISK, String.valueOf(e.getMessage()), e);
    }

    /** Unpacks a file, never to more than was announced, checks it and sees to it that it is on the disk. */
    static void unpack(Path packed, RemoteFile file, Path plain) throws ModelsException {
        MessageDigest digest = Hashes.digest();
        long size = 0;
        try (InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(packed)));
                OutputStream out = open(plain, StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > file.plainSize()) {
                    throw thrownAway(packed, Fault.WRONG_SIZE, file.name() + " unpacks to more than announced");
                }
                digest.update(block, 0, read);
                write(out, block, read);
            }
        } catch (ModelsException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library says what is wrong with the data by runtime exceptions of its own.
            throw thrownAway(packed, Fault.BAD_PACKING, file.name());
        }
        if (size != file.plainSize()) {
            throw thrownAway(packed, Fault.WRONG_SIZE, file.name());
        }
        if (!Hashes.text(digest).equals(file.plainHash())) {
            throw thrownAway(packed, Fault.WRONG_HASH, file.name());
        }
        force(plain);
    }

    static void force(Path file) throws ModelsException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private static ModelsException thrownAway(Path file, Fault fault, String detail) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return disk(e);
        }
        return new ModelsException(fault, detail);
    }

    private static long size(Path file) throws ModelsException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private HttpResponse<InputStream> get(URI address, long begin) throws ModelsException {
        URI next = address;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            HttpResponse<InputStream> response = getOnce(next, begin);
            if (response.statusCode() / 100 != 3) {
                return response;
            }
            close(response);
            String location = response.headers().firstValue("Location").orElse("");
            next = resolve(next, location);
        }
        throw new ModelsException(Fault.SERVER_ERROR, "too many redirects from " + address);
    }

    private static URI resolve(URI base, String location) throws ModelsException {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ModelsException(Fault.SERVER_ERROR, "a redirect to no address");
        }
    }

    private static void close(HttpResponse<InputStream> response) throws ModelsException {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new ModelsException(Fault.UNREACHABLE, "", e);
        }
    }

    private HttpResponse<InputStream> getOnce(URI address, long begin) throws ModelsException {
        String host = String.valueOf(address.getAuthority());
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || !hosts.contains(host)) {
            throw new ModelsException(Fault.HOST_REFUSED, host);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", "Polywire");
        if (begin > 0) {
            request.header("Range", "bytes=" + begin + "-");
        }
        try {
            return client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new ModelsException(Fault.UNREACHABLE, host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelsException(Fault.UNREACHABLE, "interrupted", e);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client.close();
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return client;
    }
}
