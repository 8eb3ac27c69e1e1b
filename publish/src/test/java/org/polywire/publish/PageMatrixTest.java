package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.Translation;

/**
 * Every kind of page in every language. With {@code -Dpages=DIR} they are written there, to be looked at in a browser and checked
 * by an HTML checker.
 */
class PageMatrixTest {
    private final Site site = Press.site();

    @Test
    void everyKindOfPageCanBeMadeInEveryLanguage() throws IOException {
        Map<String, Page> pages = pages();
        assertThat(pages).hasSizeGreaterThan(70);
        assertThat(pages.values())
                .filteredOn(page -> page.contentType().startsWith("text/"))
                .extracting(page -> page.body().size())
                .allMatch(size -> size > 1000 && size < 60_000);
        write(pages);
    }

    /** The scripts have one to three bytes a letter. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "he", "zh", "hi"})
    void noFullListWeighsMoreThan60KilobytesInAnyScript(String language) {
        Edition edition = Press.edition(language);
        List<Publication> full = Stories.front(language, Site.FRONT_PAGE_LENGTH);
        Resource.Section section =
                Resource.section(edition, Stories.article(language, "one").section());
        assertThat(List.of(
                        site.frontPage(edition, full, Press.NOW),
                        site.section(section, full, full, Press.NOW),
                        site.origin(new Resource.Origin(edition, Press.SOURCE), full, full, Press.NOW)))
                .extracting(page -> page.body().size())
                .allMatch(size -> size > 30_000 && size <= 60_000);
    }

    Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("index.html", site.home("ca"));
        pages.put("rtl.html", site.home("ar,en;q=0.5"));
        pages.put("favicon.svg", site.favicon());
        Press.EDITIONS.forEach(edition -> pages(edition, pages));
        return pages;
    }

    private void pages(Edition edition, Map<String, Page> pages) {
        String language = edition.language().value();
        List<Publication> front = Stories.front(language);
        String at = edition.path() + "/";
        pages.put(at + "index.html", site.frontPage(edition, front, Press.NOW));
        pages.put(at + "empty.html", site.frontPage(edition, List.of(), Press.NOW));
        pages.put(at + "about.html", site.about(edition));
        pages.put(at + "missing.html", site.notFound(edition));
        pages.put(at + "withdrawn.html", site.withdrawn(Press.withdrawn(front.get(1), Reason.SOURCE_WITHDREW)));
        pages.put(at + "article.html", article(front.get(0)));
        pages.put(at + "original.html", article(front.get(1)));
        pages.put(at + "corrected.html", article(front.get(2)));
        pages.put(at + "comparison.html", site.comparison(front.get(0)));
        pages.put(at + "headline.html", article(headline(language)));
        pages.put(at + "rss.xml", Press.rss(site, edition, front));
        pages.put(at + "atom.xml", Press.atom(site, edition, front));
        Resource.Section section =
                Resource.section(edition, Stories.article(language, "one").section());
        Resource.Origin origin = new Resource.Origin(edition, Press.SOURCE);
        pages.put(at + "section.html", site.section(section, front, front, Press.NOW));
        pages.put(at + "source.html", site.origin(origin, front, front, Press.NOW));
        pages.put(
                at + "corrections.html",
                site.corrections(
                        edition, List.of(front.get(2), Press.withdrawn(front.get(1), Reason.SOURCE_WITHDREW))));
        pages.put(at + "story.html", site.story(edition, StoryTest.of(front), Press.NOW));
        pages.put(at + "failed.html", site.failed(500, edition));
        pages.put(at + "feed.json", Press.json(site, edition, front));
        front.forEach(each -> pages.put(at + "a/" + each.entry().article() + ".html", article(each)));
    }

    private Page article(Publication publication) {
        return site.article(publication, Set.of(new LanguageTag("es"), new LanguageTag("ar")));
    }

    /** Only named, not carried: no body, so no sentences but the headline's. */
    static Published headline(String language) {
        Article named = Stories.article(language, "short").headlineOnly();
        LanguageTag from = new LanguageTag(language.equals("es") ? "pt" : "es");
        Translation translation =
                new Translation(named, from, Press.apertium(from.value(), language), Press.NOW, List.of());
        return new Published(Press.entry(language, named, 3), translation);
    }

    private static void write(Map<String, Page> pages) throws IOException {
        String folder = System.getProperty("pages", "");
        if (folder.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            Path file = Path.of(folder, page.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, page.getValue().body().toArray());
        }
    }
}
