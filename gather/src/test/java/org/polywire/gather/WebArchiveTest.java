package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.model.Reason;
import org.polywire.testkit.MutableClock;

/** WARC files as others write them (ISO 28500), with everything that crawls leave in them. */
class WebArchiveTest {
    private static final URI PAGE = URI.create("https://news.example/a");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    private void record(String type, String target, String contentType, byte[] block) {
        records.writeBytes(bytes("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
                + "\r\nWARC-Date: 2026-11-20T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                + String.format("%012d", records.size()) + ">\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + block.length + "\r\n\r\n"));
        records.writeBytes(block);
        records.writeBytes(bytes("\r\n\r\n"));
    }

    private void response(URI target, byte[] http) {
        record("response", target.toString(), "application/http; msgtype=response", http);
    }

    private void page(String words) {
        response(PAGE, bytes(HEAD + "\r\n" + words));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private Fetch replayed() throws IOException {
        Path file = Files.write(folder.resolve("crawl.warc"), records.toByteArray());
        try (WebArchive archive = WebArchive.open(List.of(file), found -> {});
                Gatherer gatherer = Gatherer.replaying(config(), new MutableClock(NOW), archive)) {
            return Loopback.page(gatherer, PAGE);
        }
    }

    private static String words(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Fetched.class);
        return new String(((Fetched) fetch).capture().body().toArray(), StandardCharsets.UTF_8);
    }

    private static void assertBroken(Fetch fetch) {
        assertThat(fetch)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.PROTOCOL_ERROR));
    }

    @Test
    void anAnswerIsFoundAmongWhatElseCrawlsWriteDown() throws IOException {
        record("warcinfo", "urn:x", "application/warc-fields", bytes("software: Heritrix\r\n"));
        record("response", "dns:news.example", "text/dns", bytes("20261120100000\nnews.example. 300 IN A 192.0.2.7\n"));
        record("request", PAGE.toString(), "application/http; msgtype=request", bytes("GET /a HTTP/1.1\r\n\r\n"));
        page("本文 نص");
        record("metadata", PAGE.toString(), "application/warc-fields", bytes("fetchTimeMs: 12\r\n"));
        record("revisit", PAGE.toString(), "application/http; msgtype=response", bytes("HTTP/1.1 304 Same\r\n\r\n"));
        record("resource", "urn:y", "text/html", bytes("no answer"));
        assertThat(words(replayed())).isEqualTo("本文 نص");
    }

    @Test
    void chunksAndGzipOfTheWireAreUnpacked() throws IOException {
        response(PAGE, bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"));
        assertThat(words(replayed())).isEqualTo("abcde");
        response(PAGE, joined(bytes(HEAD + "Content-Encoding: gzip\r\n\r\n"), packed(bytes("größer"))));
        assertThat(words(replayed())).isEqualTo("größer");
    }

    /** As in archives of crawlers that had unpacked it themselves. */
    @Test
    void whatOnlySaysThatItComesInChunksIsTakenAsItIs() throws IOException {
        response(PAGE, bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\nplain words"));
        assertThat(words(replayed())).isEqualTo("plain words");
    }

    @Test
    void ofSeveralAnswersTheLastCounts() throws IOException {
        page("first");
        page("second");
        assertThat(words(replayed())).isEqualTo("second");
    }

    @Test
    void anAnswerThatCannotBeReadIsBrokenAndHarmsNoOther() throws IOException {
        for (byte[] http : List.of(
                bytes("220 mail.example ESMTP ready\r\n\r\n"),
                bytes(HEAD + "Content-Encoding: zstd\r\n\r\nxyz"),
                bytes(HEAD + "Content-Encoding: gzip\r\n\r\nno gzip at all"),
                joined(
                        bytes(HEAD + "Content-Encoding: gzip\r\n\r\n"),
                        Arrays.copyOf(packed(bytes("größer".repeat(50))), 20)))) {
            records.reset();
            response(URI.create("https://other.example/"), http);
            page("whole");
            assertThat(words(replayed())).isEqualTo("whole");
            response(PAGE, http);
            assertBroken(replayed());
        }
    }

    @Test
    void whatUnpacksWithoutEndIsCutOffAtTheLimit() throws IOException {
        response(PAGE, joined(bytes(HEAD + "Content-Encoding: gzip\r\n\r\n"), packed(new byte[50 << 20])));
        assertThat(replayed())
                .isInstanceOfSatisfying(
                        Fetch.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void whatIsNotInTheArchiveIsNotFound() throws IOException {
        response(URI.create("https://news.example/b"), bytes(HEAD + "\r\nx"));
        assertThat(replayed())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void aPackedArchiveIsReadRecordByRecord() throws IOException {
        page("one");
        byte[] first = packed(records.toByteArray());
        records.reset();
        response(URI.create("https://news.example/b"), bytes(HEAD + "\r\ntwo"));
        Path file = Files.write(folder.resolve("crawl.warc.gz"), joined(first, packed(records.toByteArray())));
        try (WebArchive archive = WebArchive.open(List.of(file), found -> {})) {
            assertThat(archive.pages()).containsExactly(PAGE, URI.create("https://news.example/b"));
        }
    }

    @Test
    void aFileThatIsNoArchiveOrWasCutOffIsRefused() throws IOException {
        page("whole");
        byte[] archive = packed(records.toByteArray());
        List<byte[]> damaged = List.of(
                bytes("<html>no archive"),
                bytes("WARC/1.0\r\nWARC-Type: response\r\n"),
                Arrays.copyOf(records.toByteArray(), records.size() / 2),
                Arrays.copyOf(archive, archive.length / 2));
        for (byte[] one : damaged) {
            Path file = Files.write(folder.resolve("damaged"), one);
            assertThatThrownBy(() -> WebArchive.open(List.of(file), found -> {}))
                    .isInstanceOf(IOException.class);
        }
    }
}
