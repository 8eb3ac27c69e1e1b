package org.polywire.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Outlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages with ground truth that are kept outside the repository, as they belong to others. */
final class Corpus {
    private static final Instant FETCHED = Instant.parse("2026-11-23T00:00:00Z");

    private Corpus() {}

    record Entry(Path folder, JsonNode line) {
        String id() {
            return line.path("id").asString();
        }

        String truth(String field) {
            return line.path(field).asString("");
        }

        Set<String> authors() {
            return line.path("authors")
                    .valueStream()
                    .map(JsonNode::asString)
                    .map(Corpus::author)
                    .collect(Collectors.toSet());
        }

        Capture capture() {
            URI address = URI.create(truth("url"));
            return new Capture(address, address, new Headers(Map.of()), Bytes.copyOf(bytes()), FETCHED);
        }

        Outlet outlet() {
            URI address = URI.create(truth("url"));
            return new Outlet(address.getHost(), address.resolve("/"));
        }

        private byte[] bytes() {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(truth("html"))))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String author(String name) {
        return title(name).replaceFirst("^(?:by|von|par|por|di) ", "");
    }

    /** As the measure compares titles: compatibility form, lower case, every other character a space. */
    static String title(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}_]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static Path folder(String name) {
        return Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."))
                .resolve("../shared/corpora/extraction")
                .resolve(name);
    }

    static List<Entry> entries(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("index.jsonl"))) {
            JsonMapper json = new JsonMapper();
            return lines.map(line -> new Entry(folder, json.readTree(line))).toList();
        }
    }
}
