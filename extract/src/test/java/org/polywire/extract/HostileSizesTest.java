package org.polywire.extract;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are huge in one respect end as soon as ordinary ones of their size: nothing grows with the square of a part. */
class HostileSizesTest {
    /** More than ten times what the slowest takes (three seconds on a busy machine); what grows with a square takes minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int MILLION = 1_000_000;
    private static final String BODY =
            "<p>The council met on Tuesday evening and agreed, after a long debate, to repair the old bridge before winter.</p>"
                    .repeat(8);

    static Stream<Map.Entry<String, String>> pages() {
        return Map.ofEntries(
                        Map.entry("ten megabytes of nested tags", page("", "<div>".repeat(2 * MILLION) + BODY)),
                        Map.entry("nested lists", page("", "<ul><li>".repeat(100_000) + BODY)),
                        Map.entry("nested emphasis", page("", "<p>" + "<b><i>".repeat(100_000) + "word</p>" + BODY)),
                        Map.entry("a hundred thousand attributes", page("", "<p" + attributes() + ">" + BODY)),
                        Map.entry("a megabyte of text", page("", "<p>" + "word ".repeat(MILLION / 5) + "</p>" + BODY)),
                        Map.entry("a megabyte without a space", page("", "<p>" + "w".repeat(MILLION) + "</p>" + BODY)),
                        Map.entry("a megabyte of dashes", page("", "<p>" + "-".repeat(MILLION) + "</p>" + BODY)),
                        Map.entry(
                                "a headline of dashes",
                                page("", "<h1>Bridge " + "-".repeat(MILLION) + " x</h1>" + BODY)),
                        Map.entry("a headline of brackets", page("", "<h1>" + "(".repeat(MILLION) + "</h1>" + BODY)),
                        Map.entry("a title of bars", page("<title>" + "a | ".repeat(MILLION / 4) + "</title>", BODY)),
                        Map.entry("a described headline", data("headline", "-".repeat(MILLION) + "x")),
                        Map.entry("a described author", data("author", "(".repeat(MILLION))),
                        Map.entry("many described authors", data("author", "a, ".repeat(MILLION / 3))),
                        Map.entry("a described date", data("datePublished", "2026-".repeat(MILLION / 5))),
                        Map.entry("a described body", data("articleBody", "word ".repeat(MILLION / 5))),
                        Map.entry("a described description", data("description", ".".repeat(MILLION))),
                        Map.entry("nested data", page(script("[".repeat(MILLION)), BODY)),
                        Map.entry(
                                "many data",
                                page(script("{\"@type\":\"Thing\"}").repeat(20_000), BODY)),
                        Map.entry(
                                "an endless reference",
                                page(script("{\"@id\":\"a\",\"author\":{\"@id\":\"a\"}}"), BODY)),
                        Map.entry(
                                "a caption of dashes", page("", BODY + figure("Photo: " + "-".repeat(MILLION) + "x"))),
                        Map.entry("a caption of brackets", page("", BODY + figure("(".repeat(MILLION)))),
                        Map.entry(
                                "ten thousand figures",
                                page(
                                        "",
                                        BODY
                                                + figure("A bridge. Photo: Ann Other")
                                                        .repeat(10_000))),
                        Map.entry(
                                "ten thousand figures without words",
                                page("", BODY + "<figure><img src=/a.jpg></figure>".repeat(10_000))),
                        Map.entry(
                                "ten thousand pictures of one name",
                                page("", BODY + "<img src=/a.jpg alt=bridge>".repeat(10_000))),
                        Map.entry("a byline of commas", page("", byline("By " + "a, ".repeat(MILLION / 3)) + BODY)),
                        Map.entry(
                                "ten thousand bylines",
                                page("", byline("By Ann Other").repeat(10_000) + BODY)),
                        Map.entry(
                                "a hundred thousand paragraphs", page("", "<p>Read also.</p>".repeat(100_000) + BODY)),
                        Map.entry(
                                "a hundred thousand links", page("", "<p><a href=/a>x</a></p>".repeat(100_000) + BODY)),
                        Map.entry(
                                "a large table",
                                page("", "<table>" + "<tr><td>1<td>2".repeat(100_000) + "</table>" + BODY)),
                        Map.entry("many metas", page("<meta name=author content='Ann Other'>".repeat(50_000), BODY)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey());
    }

    private static String page(String head, String body) {
        return "<html lang=en><head><title>Council repairs the old bridge</title>" + head + "</head><body><article>"
                + "<h1>Council repairs the old bridge</h1><div class=article-body>" + body
                + "</div></article></body></html>";
    }

    private static String script(String json) {
        return "<script type=application/ld+json>" + json + "</script>";
    }

    private static String data(String field, String value) {
        return page(script("{\"@type\":\"NewsArticle\",\"" + field + "\":\"" + value + "\"}"), BODY);
    }

    private static String figure(String caption) {
        return "<figure><img src=/a.jpg width=800 height=600><figcaption>" + caption + "</figcaption></figure>";
    }

    private static String byline(String text) {
        return "<div class=byline>" + text + "</div>";
    }

    private static String attributes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(" a").append(i).append("=b");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isReadInBoundedTime(Map.Entry<String, String> page) {
        assertTimeoutPreemptively(PATIENCE, () -> Pages.extract(page.getValue()), page.getKey());
    }
}
