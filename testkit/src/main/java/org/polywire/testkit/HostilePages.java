package org.polywire.testkit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Web pages that are huge in one respect, made so that a reader whose time or memory grows with the square of some part of a page
 * is found out.
 */
public final class HostilePages {
    private static final int MILLION = 1_000_000;
    private static final String BODY =
            "<p>The council met on Tuesday evening and agreed, after a long debate, to repair the old bridge before winter.</p>"
                    .repeat(8);

    private HostilePages() {}

    /** The pages by what is huge in them; each is written when it is asked for, as all together would fill the memory. */
    public static SortedMap<String, Supplier<String>> all() {
        SortedMap<String, Supplier<String>> pages = new TreeMap<>();
        pages.putAll(markup());
        pages.putAll(texts());
        pages.putAll(data());
        pages.putAll(pictures());
        return pages;
    }

    private static Map<String, Supplier<String>> markup() {
        return Map.of(
                "ten megabytes of nested tags",
                () -> page("", "<div>".repeat(2 * MILLION) + BODY),
                "five megabytes of elements",
                () -> page("", "<b></b>".repeat(5 * MILLION / 7 - 500) + BODY),
                "nested lists",
                () -> page("", "<ul><li>".repeat(100_000) + BODY),
                "nested emphasis",
                () -> page("", "<p>" + "<b><i>".repeat(100_000) + "word</p>" + BODY),
                "a hundred thousand attributes",
                () -> page("", "<p" + attributes() + ">" + BODY),
                "a hundred thousand paragraphs",
                () -> page("", "<p>Read also.</p>".repeat(100_000) + BODY),
                "a hundred thousand links",
                () -> page("", "<p><a href=/a>x</a></p>".repeat(100_000) + BODY),
                "a large table",
                () -> page("", "<table>" + "<tr><td>1<td>2".repeat(100_000) + "</table>" + BODY),
                "boxes of consent within boxes of consent",
                () -> page(
                        "",
                        "<div class=gdpr>".repeat(80)
                                + "<p><object class=gdpr>".repeat(80)
                                + "<p>"
                                + "The council met on Tuesday. ".repeat(MILLION / 28)
                                + BODY),
                "many metas",
                () -> page("<meta name=author content='Ann Other'>".repeat(50_000), BODY));
    }

    private static Map<String, Supplier<String>> texts() {
        return Map.of(
                "a megabyte of text",
                () -> page("", "<p>" + "word ".repeat(MILLION / 5) + "</p>" + BODY),
                "a megabyte without a space",
                () -> page("", "<p>" + "w".repeat(MILLION) + "</p>" + BODY),
                "a megabyte of dashes",
                () -> page("", "<p>" + "-".repeat(MILLION) + "</p>" + BODY),
                "a headline of dashes",
                () -> page("", "<h1>Bridge " + "-".repeat(MILLION) + " x</h1>" + BODY),
                "a headline of brackets",
                () -> page("", "<h1>" + "(".repeat(MILLION) + "</h1>" + BODY),
                "a title of bars",
                () -> page("<title>" + "a | ".repeat(MILLION / 4) + "</title>", BODY),
                "a byline of commas",
                () -> page("", byline("By " + "a, ".repeat(MILLION / 3)) + BODY),
                "ten thousand bylines",
                () -> page("", byline("By Ann Other").repeat(10_000) + BODY),
                "links within bylines within bylines",
                () -> page(
                        "",
                        "<div class=byline>".repeat(240)
                                + "<a href=/a>x</a>".repeat(50_000)
                                + "</div>".repeat(240)
                                + BODY));
    }

    private static Map<String, Supplier<String>> data() {
        return Map.ofEntries(
                Map.entry("a described headline", () -> article("headline", "-".repeat(MILLION) + "x")),
                Map.entry("a described author", () -> article("author", "(".repeat(MILLION))),
                Map.entry("many described authors", () -> article("author", "a, ".repeat(MILLION / 3))),
                Map.entry("a described date", () -> article("datePublished", "2026-".repeat(MILLION / 5))),
                Map.entry("a described body", () -> article("articleBody", "word ".repeat(MILLION / 5))),
                Map.entry("a described description", () -> article("description", ".".repeat(MILLION))),
                Map.entry("nested data", () -> page(script("[".repeat(MILLION)), BODY)),
                Map.entry(
                        "nested articles",
                        () -> page(script("{\"@type\":\"NewsArticle\",\"a\":".repeat(100_000)), BODY)),
                Map.entry(
                        "a list of articles",
                        () -> page(script("[" + "{\"@type\":\"NewsArticle\"},".repeat(150_000)), BODY)),
                Map.entry("an endless number", () -> page(script("{\"wordCount\":" + "9".repeat(MILLION) + "}"), BODY)),
                Map.entry(
                        "many data", () -> page(script("{\"@type\":\"Thing\"}").repeat(20_000), BODY)),
                Map.entry(
                        "an endless reference",
                        () -> page(script("{\"@id\":\"a\",\"author\":{\"@id\":\"a\"}}"), BODY)));
    }

    private static Map<String, Supplier<String>> pictures() {
        return Map.of(
                "a caption of dashes",
                () -> page("", BODY + figure("Photo: " + "-".repeat(MILLION) + "x")),
                "a caption of brackets",
                () -> page("", BODY + figure("(".repeat(MILLION))),
                "ten thousand figures",
                () -> page("", BODY + figure("A bridge. Photo: Ann Other").repeat(10_000)),
                "ten thousand figures without words",
                () -> page("", BODY + "<figure><img src=/a.jpg></figure>".repeat(10_000)),
                "ten thousand pictures of one name",
                () -> page("", BODY + "<img src=/a.jpg alt=bridge>".repeat(10_000)));
    }

    private static String page(String head, String body) {
        return "<html lang=en><head><title>Council repairs the old bridge</title>" + head + "</head><body><article>"
                + "<h1>Council repairs the old bridge</h1><div class=article-body>" + body
                + "</div></article></body></html>";
    }

    private static String script(String json) {
        return "<script type=application/ld+json>" + json + "</script>";
    }

    private static String article(String field, String value) {
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
}
