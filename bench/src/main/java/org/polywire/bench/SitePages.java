package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.bench.SiteCommand.Extent;
import org.polywire.model.LanguageTag;
import tools.jackson.databind.json.JsonMapper;

/** The page matrix: every kind of page in five scripts, wide and narrow, light and dark, under three judges. */
final class SitePages {
    private final SiteServer full;
    private final SiteServer empty;
    private final Path output;
    private final PrintWriter out;

    SitePages(SiteServer full, SiteServer empty, Path output, PrintWriter out) {
        this.full = full;
        this.empty = empty;
        this.output = output;
        this.out = out;
    }

    boolean hold(Extent extent) throws IOException, InterruptedException {
        Path tools = output.resolve("tools").toAbsolutePath();
        Files.createDirectories(tools);
        copy("matrix.mjs", tools);
        copy("package.json", tools);
        if (run(tools, List.of("npm", "install", "--no-audit", "--no-fund")) != 0) {
            out.println("npm could not install the judges; see above.");
            return false;
        }
        Files.writeString(tools.resolve("pages.json"), JsonMapper.shared().writeValueAsString(pages()));
        return run(
                        tools,
                        List.of(
                                "node",
                                "matrix.mjs",
                                "pages.json",
                                output.toAbsolutePath().toString(),
                                extent.name().toLowerCase(Locale.ROOT)))
                == 0;
    }

    private List<Map<String, String>> pages() throws IOException, InterruptedException {
        List<Map<String, String>> pages = new ArrayList<>();
        for (String language : SiteTexts.LANGUAGES) {
            String edition = new LanguageTag(language).value().toLowerCase(Locale.ROOT);
            String front = new String(full.get("/" + edition + "/").body(), StandardCharsets.UTF_8);
            String article = first(front, "/" + edition + "/a/");
            pages.add(page("front", language, full, "/" + edition + "/"));
            pages.add(page("article", language, full, article));
            pages.add(page("comparison", language, full, article + "/original"));
            pages.add(page("section", language, full, first(front, "/" + edition + "/section/")));
            pages.add(page("source", language, full, "/" + edition + "/source/press/"));
            pages.add(page("about", language, full, "/" + edition + "/about"));
            pages.add(page("corrections", language, full, "/" + edition + "/corrections"));
            pages.add(page("empty", language, empty, "/" + edition + "/"));
            pages.add(page("error", language, full, "/" + edition + "/nowhere"));
            pages.add(page("tombstone", language, full, "/" + edition + "/a/" + SiteFolder.id(85)));
        }
        return pages;
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

    private int run(Path folder, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream file = SitePages.class.getResourceAsStream("site/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
