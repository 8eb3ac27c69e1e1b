package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds with an expectation each, as {@code expectations.jsonl} of the feedparser corpus lists them. */
final class FeedCorpus {
    private static final URI ADDRESS = URI.create("http://corpus.example/feed");

    private FeedCorpus() {}

    /** A feed as its server would send it, and what is expected of it. */
    record Case(String file, String kind, Capture capture, JsonNode check) {}

    static List<Case> load(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("expectations.jsonl"))) {
            return lines.map(JsonMapper.shared()::readTree)
                    .map(line -> read(folder, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no corpus in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Case read(Path folder, JsonNode line) {
        String file = line.path("file").stringValue("");
        byte[] bytes = bytes(folder.resolve(file));
        boolean text = line.path("input").stringValue("").equals("text");
        URI address = line.has("url") ? URI.create(line.path("url").stringValue("")) : ADDRESS;
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("content-type", new ArrayList<>(List.of(text ? "text/xml; charset=utf-8" : "text/xml")));
        line.path("headers")
                .properties()
                .forEach(field -> headers.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        List.of(field.getValue().asString(""))));
        Bytes body = Bytes.copyOf(text ? decoded(bytes).getBytes(StandardCharsets.UTF_8) : bytes);
        Capture capture = new Capture(address, address, new Headers(headers), body, Instant.EPOCH);
        return new Case(file, file.substring(0, file.indexOf('/')), capture, line.path("check"));
    }

    /** By byte order mark, else as UTF-8, as the corpus hands text to its parser. */
    private static String decoded(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return switch (mark) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
