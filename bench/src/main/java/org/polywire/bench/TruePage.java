package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a corpus with what people or hand-written parsers took from it: one line of {@code index.jsonl}.
 *
 * <p>A field that is absent or empty has no truth, and nothing is measured by it.
 */
record TruePage(Path folder, JsonNode line, boolean suspect) {
    /** No page of the corpora is younger. */
    private static final Instant FETCHED = Instant.parse("2026-11-23T00:00:00Z");

    /** The pages of a folder in their order; those that {@code suspects.json} names are marked. */
    static List<TruePage> load(Path folder) {
        Path index = folder.resolve("index.jsonl");
        if (!Files.isRegularFile(index)) {
            throw new IllegalArgumentException(
                    "There is no " + index + ". --corpus names a folder with index.jsonl and html/.");
        }
        Set<String> suspects = suspects(folder.resolve("suspects.json"));
        try (Stream<String> lines = Files.lines(index)) {
            return lines.filter(text -> !text.isBlank())
                    .map(JsonMapper.shared()::readTree)
                    .map(line -> new TruePage(
                            folder, line, suspects.contains(line.path("id").asString(""))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> suspects(Path file) {
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        JsonNode root = JsonMapper.shared().readTree(file);
        JsonNode bodies = root.has("body") ? root.path("body") : root;
        return bodies.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    String id() {
        return text("id");
    }

    String host() {
        return text("host");
    }

    /** The primary subtag of the language that the page declares. */
    String language() {
        return text("lang").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    String text(String field) {
        return line.path(field).asString("");
    }

    List<String> texts(String field) {
        return texts(line.path(field));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(node -> node.asString("")).toList();
    }

    Set<String> authors() {
        return names(texts("authors"));
    }

    static Set<String> names(List<String> names) {
        return names.stream()
                .map(TruePage::normal)
                .map(name -> name.replaceFirst("^(?:by|von|par|por|di) ", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the measure compares titles and captions: compatibility form, lower case, every other character a space. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}_]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The page as it was captured; its address is a made-up one where the truth has none. */
    Capture capture() {
        URI address = address();
        return new Capture(address, address, new Headers(Map.of()), Bytes.copyOf(bytes()), FETCHED);
    }

    private URI address() {
        String url = text("url");
        return url.matches("https?://[^\\s|{}\"<>^`\\\\\\[\\]]+")
                ? URI.create(url.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replaceAll("#.*", ""))
                : URI.create("https://unknown.invalid/" + Math.abs((long) id().hashCode()));
    }

    private byte[] bytes() {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve(text("html"))))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(text("html"), e);
        }
    }
}
