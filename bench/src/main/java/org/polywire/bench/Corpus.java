package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.polywire.model.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of real pages: {@code index.jsonl} with one page a line ({@code id}, {@code url}, {@code host}, {@code lang},
 * {@code title}, and {@code html}, the path of its bytes packed with gzip).
 */
final class Corpus {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * A page as it was captured.
     *
     * @param language as the page itself declares it, in lower case, primary subtag only; empty if it does not
     */
    record Page(String id, URI address, String host, String language, String title, Bytes html) {}

    private Corpus() {}

    /** The pages that declare one of these languages; all pages if none is given. */
    static List<Page> load(Path folder, Set<String> languages) {
        try (Stream<String> lines = Files.lines(folder.resolve("index.jsonl"))) {
            return lines.map(MAPPER::readTree)
                    .filter(line -> languages.isEmpty() || languages.contains(language(line)))
                    .map(line -> page(folder, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no corpus in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Page page(Path folder, JsonNode line) {
        return new Page(
                text(line, "id"),
                URI.create(text(line, "url")),
                text(line, "host"),
                language(line),
                text(line, "title"),
                unpack(folder.resolve(text(line, "html"))));
    }

    private static String language(JsonNode line) {
        return text(line, "lang").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static String text(JsonNode line, String name) {
        return line.path(name).stringValue("");
    }

    private static Bytes unpack(Path file) {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return Bytes.copyOf(packed.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
