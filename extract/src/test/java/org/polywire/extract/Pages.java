package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Inline;
import org.polywire.model.Outlet;

/** Pages written for these tests, and articles as text that a person can check. */
final class Pages {
    static final Path FOLDER = Path.of("src/test/resources/pages");
    static final URI ADDRESS = URI.create("https://faro.example/economia/puerto-muelle?id=7");
    static final Outlet OUTLET = new Outlet("El Faro de Prueba", URI.create("https://faro.example/"));
    private static final Extractor UNEXPLAINING = new Extractor(LanguageIdentifier.load());
    private static final Extractor EXTRACTOR = UNEXPLAINING.explaining();

    private Pages() {}

    static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a table of the test resources, each in its parts; what begins with a number sign is said to people. */
    static Stream<String[]> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolveSibling(name)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Extraction extract(String html) {
        return extract(html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Extraction extract(byte[] bytes, Map<String, List<String>> headers) {
        Extraction explained = EXTRACTOR.extract(capture(bytes, headers), OUTLET);
        Extraction silent = UNEXPLAINING.extract(capture(bytes, headers), OUTLET);
        assertThat(taken(silent)).as("taken without an explanation").isEqualTo(taken(explained));
        return explained;
    }

    /** An extraction without its explanation. */
    private static Extraction taken(Extraction extraction) {
        return extraction instanceof Extraction.Extracted(Article article, double quality, Explanation explanation)
                ? new Extraction.Extracted(article, quality, Explanation.NONE)
                : extraction;
    }

    static Extraction unexplained(String html) {
        return UNEXPLAINING.extract(capture(html), OUTLET);
    }

    static Capture capture(String html) {
        return capture(html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Capture capture(byte[] bytes, Map<String, List<String>> headers) {
        return new Capture(
                ADDRESS, ADDRESS, new Headers(headers), Bytes.copyOf(bytes), Instant.parse("2026-11-23T00:00:00Z"));
    }

    static Article article(String html) {
        return switch (extract(html)) {
            case Extraction.Extracted(Article article, double quality, Explanation explanation) -> article;
            case Extraction.NotAnArticle no -> throw new AssertionError(no);
            case Extraction.Withheld no -> throw new AssertionError(no);
            case Extraction.Elsewhere further -> throw new AssertionError(further);
        };
    }

    static String print(Article article) {
        StringBuilder text = new StringBuilder();
        text.append("address   ").append(article.address()).append('\n');
        text.append("language  ").append(article.language()).append('\n');
        text.append("kicker    ").append(article.kicker()).append('\n');
        text.append("headline  ").append(article.headline()).append('\n');
        text.append("standfirst ").append(print(article.standfirst())).append('\n');
        text.append("bylines   ").append(article.bylines()).append('\n');
        text.append("dates     ").append(article.dates()).append('\n');
        text.append("section   ").append(article.section()).append('\n');
        text.append("tags      ").append(article.tags()).append('\n');
        text.append("licence   ").append(article.licence()).append('\n');
        text.append("access    ").append(article.access()).append("\n\n");
        article.body().forEach(block -> text.append(print(block, "")));
        return text.toString();
    }

    private static String print(Block block, String indent) {
        return indent
                + switch (block) {
                    case Block.Paragraph(var content) -> "P " + print(content) + "\n";
                    case Block.Heading(int level, var content) -> "H" + level + " " + print(content) + "\n";
                    case Block.Listing(boolean ordered, var items) ->
                        (ordered ? "OL\n" : "UL\n")
                                + items.stream()
                                        .map(item -> indent + "  -\n" + blocks(item, indent + "    "))
                                        .collect(Collectors.joining());
                    case Block.Quote(var content) -> "QUOTE\n" + blocks(content, indent + "  ");
                    case Block.Figure(var picture, var caption, String credit) ->
                        "FIGURE " + picture + "\n" + indent + "  caption " + print(caption) + "\n" + indent
                                + "  credit " + credit + "\n";
                    case Block.Table(var caption, var rows) ->
                        "TABLE " + print(caption) + "\n"
                                + rows.stream()
                                        .map(row -> indent + "  "
                                                + row.stream()
                                                        .map(cell -> (cell.header() ? "*" : "") + print(cell.content()))
                                                        .collect(Collectors.joining(" | "))
                                                + "\n")
                                        .collect(Collectors.joining());
                    case Block.Embed(URI target, String provider) -> "EMBED " + target + " (" + provider + ")\n";
                    case Block.Divider() -> "----\n";
                    case Block.Note(var kind, var content) -> "NOTE " + kind + " " + print(content) + "\n";
                };
    }

    private static String blocks(List<Block> blocks, String indent) {
        return blocks.stream().map(block -> print(block, indent)).collect(Collectors.joining());
    }

    static String print(List<Inline> content) {
        return content.stream().map(Pages::print).collect(Collectors.joining());
    }

    private static String print(Inline inline) {
        return switch (inline) {
            case Inline.Text(String value) -> value;
            case Inline.Verbatim(String value) -> "`" + value + "`";
            case Inline.LineBreak() -> "⏎";
            case Inline.Quoted quoted -> throw new AssertionError(quoted);
            case Inline.Emphasis(var content) -> "_" + print(content) + "_";
            case Inline.Strong(var content) -> "**" + print(content) + "**";
            case Inline.Link(URI target, var content) -> "[" + print(content) + "](" + target + ")";
        };
    }
}
