package org.polywire.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.bench.SiteCommand.Extent;
import tools.jackson.databind.json.JsonMapper;

/** The page matrix: every kind of page in five scripts, wide and narrow, light and dark, under three judges. */
final class SitePages {
    private static final int LOOKS = 100;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final SiteServer full;
    private final SiteServer empty;
    private final int articles;
    private final Path output;

    SitePages(SiteServer full, SiteServer empty, int articles, Path output) {
        this.full = full;
        this.empty = empty;
        this.articles = articles;
        this.output = output;
    }

    boolean hold(Extent extent, List<SiteTexts> languages) throws IOException, InterruptedException {
        NodeTools tools =
                NodeTools.install(output.resolve("tools"), "site", List.of("matrix.mjs", "score.mjs", "package.json"));
        Files.writeString(tools.file("pages.json"), JsonMapper.shared().writeValueAsString(pages(languages)));
        return tools.run(List.of(
                        "node",
                        "matrix.mjs",
                        "pages.json",
                        output.toAbsolutePath().toString(),
                        extent.name().toLowerCase(Locale.ROOT)))
                == 0;
    }

    private List<Map<String, String>> pages(List<SiteTexts> languages) throws IOException, InterruptedException {
        List<Map<String, String>> pages = new ArrayList<>();
        int told = articles - 10 + SiteFolder.TOLD;
        for (SiteTexts texts : languages) {
            String language = texts.edition().language().value();
            String edition = texts.edition().path();
            String front = new String(full.get("/" + edition + "/").body(), StandardCharsets.UTF_8);
            String article = first(front, "/" + edition + "/a/");
            pages.add(page("front", language, full, "/" + edition + "/"));
            pages.add(page("article", language, full, article));
            pages.add(page("comparison", language, full, article + "/original"));
            pages.add(page("history", language, full, "/" + edition + "/a/" + SiteFolder.id(told)));
            pages.add(page("story", language, full, "/" + edition + "/story/" + SiteFolder.id(told)));
            pages.add(page("search", language, full, search(edition, texts)));
            pages.add(page("nothing-found", language, full, "/" + edition + "/search?q=xqzvkw"));
            pages.add(page("section", language, full, first(front, "/" + edition + "/section/")));
            pages.add(page("source", language, full, "/" + edition + "/source/press/"));
            pages.add(page("about", language, full, "/" + edition + "/about"));
            pages.add(page("corrections", language, full, "/" + edition + "/corrections"));
            pages.add(page("empty", language, empty, "/" + edition + "/"));
            pages.add(page("error", language, full, "/" + edition + "/nowhere"));
            pages.add(page(
                    "tombstone",
                    language,
                    full,
                    "/" + edition + "/a/" + SiteFolder.id(SiteFolder.withdrawn(articles))));
        }
        return pages;
    }

    /** The page of a search, once the index has what it looks for. */
    private String search(String edition, SiteTexts texts) throws IOException, InterruptedException {
        String path = "/" + edition + "/search?q=" + URLEncoder.encode(texts.searched(), StandardCharsets.UTF_8);
        for (int look = 0; look < LOOKS; look++) {
            if (new String(full.get(path).body(), StandardCharsets.UTF_8).contains("<mark>")) {
                return path;
            }
            Thread.sleep(PAUSE);
        }
        throw new IOException("nothing is found at " + path);
    }

    private static String first(String page, String prefix) {
        int start = page.indexOf("href=\"" + prefix) + "href=\"".length();
        return page.substring(start, page.indexOf('"', start));
    }

    private static Map<String, String> page(String kind, String language, SiteServer server, String path) {
        Map<String, String> page = new LinkedHashMap<>();
        page.put("kind", kind);
        page.put("language", language);
        page.put("address", server.address().resolve(path).toString());
        return page;
    }
}
