package org.polywire.gather;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.polywire.gather.Answer.Response;

/**
 * Writes every answer that is more than "not modified" to a WARC file, robots.txt and all, so that it can be replayed.
 *
 * <p>Bodies are written as they were read: unpacked, and cut off where the limit cut them. Header fields that speak of the way
 * they were sent are left out.
 */
final class RecordingWeb implements Web {
    private static final int NOT_MODIFIED = 304;
    private static final Set<String> OF_THE_WAY =
            Set.of("content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie");

    private final Web web;
    private final WarcWriter writer;
    private final InstantSource clock;

    /**
     * @throws IOException if the file cannot be written; one that exists is replaced
     */
    RecordingWeb(Web web, Path file, String software, InstantSource clock) throws IOException {
        this.web = web;
        this.clock = clock;
        writer = new WarcWriter(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                WarcCompression.GZIP);
        writer.write(new Warcinfo.Builder()
                .date(clock.instant())
                .fields(Map.of("software", List.of(software), "format", List.of("WARC File Format 1.0")))
                .build());
    }

    @Override
    public Answer get(URI address, Validators validators, int limit, Deadline deadline) {
        Answer answer = web.get(address, validators, limit, deadline);
        if (answer instanceof Response response && response.status() != NOT_MODIFIED) {
            write(address, response);
        }
        return answer;
    }

    /** An archive that cannot be written to is a broken disk, and is not to go unnoticed. */
    private void write(URI address, Response response) {
        HttpResponse.Builder http = new HttpResponse.Builder(response.status(), "-");
        response.headers().fields().forEach((name, values) -> {
            if (!OF_THE_WAY.contains(name)) {
                values.forEach(value -> http.addHeader(name, value));
            }
        });
        http.addHeader("content-length", Integer.toString(response.body().size()));
        try {
            writer.write(new WarcResponse.Builder(address)
                    .date(clock.instant())
                    .body(http.body(null, response.body().toArray()).build())
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be written", e);
        }
    }

    @Override
    public void close() {
        web.close();
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be written", e);
        }
    }
}
