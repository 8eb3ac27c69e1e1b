package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Resource;
import org.polywire.search.SearchIndex;

class ExportTest {
    @TempDir
    Path folder;

    private Archive archive;
    private PublicSite site;

    @BeforeEach
    void open() {
        Published.write(folder.resolve("data"), 5);
        archive = Archive.open(folder.resolve("data"));
        InstantSource clock = InstantSource.fixed(Published.NOW);
        SearchIndex index = SearchIndex.in(folder.resolve("search"));
        site = new PublicSite(Published.config(), Set.of(), archive, new SearchDesk(index, archive, clock), clock);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyLinkBetweenPagesNamesAFileThatIsThere() throws IOException {
        Export.Summary summary = export();
        assertThat(summary.broken()).isEmpty();
        for (Path file : files("index.html")) {
            Document page = Jsoup.parse(Files.readString(file));
            for (Element link : page.select("a[href], link[rel=stylesheet], link[rel=icon], img[src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!target.contains(":") && !target.startsWith("#")) {
                    assertThat(target).doesNotStartWith("/");
                    assertThat(file.resolveSibling(target.replaceAll("#.*", "")))
                            .as(file + " → " + target)
                            .exists();
                }
            }
        }
    }

    @Test
    void permalinksTombstonesFeedsAndTheNoticeAreInIt() throws IOException {
        export();
        Path out = folder.resolve("out");
        String article = Files.readString(out.resolve("ca/a/" + Published.id(1) + "/index.html"));
        assertThat(article).contains("Aquest text l’ha traduït una màquina");
        assertThat(article).contains("<link rel=\"canonical\" href=\"https://wire.example/ca/a/" + Published.id(1));
        assertThat(Files.readString(out.resolve("ca/a/" + Published.id(2) + "/index.html")))
                .doesNotContain("travessia");
        assertThat(Files.readAllLines(out.resolve(Export.GONE))).containsExactly("/ca/a/" + Published.id(2));
        assertThat(out.resolve("ca/rss.xml")).exists();
        assertThat(out.resolve("ar/a/" + Published.id(2) + "/index.html")).exists();
        assertThat(article).contains("href=\"https://wire.example/ca/search\"");
    }

    @Test
    void aStoryIsInItAndTheNameOfOneThatBecameAPartOfItStillLeadsThere() throws IOException {
        export();
        Path out = folder.resolve("out");
        Path story = out.resolve("ca/story/" + Published.id(1) + "/index.html");
        assertThat(Jsoup.parse(Files.readString(story)).select(".version")).hasSize(3);
        Path list = out.resolve(Export.LIST);
        List<String> names = new ArrayList<>(Files.readAllLines(list));
        names.add("ca/story/" + Published.id(3) + "/index.html");
        Files.write(list, names);
        export();
        Path moved = out.resolve("ca/story/" + Published.id(3) + "/index.html");
        String link = Jsoup.parse(Files.readString(moved)).select("main a").attr("href");
        assertThat(moved.resolveSibling(link).normalize()).isEqualTo(story);
    }

    @Test
    void aSecondExportWritesNothingAndRemovesOnlyItsOwn() throws IOException {
        export();
        Path own = folder.resolve("out/mine.txt");
        Files.writeString(own, "not Polywire's");
        Path old = folder.resolve("out/ca/old/index.html");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "of an earlier export");
        Path list = folder.resolve("out").resolve(Export.LIST);
        List<String> names = new ArrayList<>(Files.readAllLines(list));
        names.add("ca/old/index.html");
        names.add("../data/polywire.db");
        Files.write(list, names);
        Export.Summary second = export();
        assertThat(second.changed()).isZero();
        assertThat(second.removed()).isEqualTo(1);
        assertThat(own).exists();
        assertThat(old).doesNotExist();
        assertThat(folder.resolve("data/polywire.db")).exists();
    }

    private Export.Summary export() throws IOException {
        Predicate<String> exported = path -> path.startsWith("/")
                && site.addresses()
                        .at(path)
                        .filter(resource -> !(resource instanceof Resource.Search))
                        .isPresent();
        List<String> start = Stream.of("/", "/robots.txt", "/ca/a/" + Published.id(2), "/ar/a/" + Published.id(2))
                .toList();
        return new Export(site, URI.create("https://wire.example/"), exported, folder.resolve("out"))
                .write(start, (done, known) -> {});
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .toList();
        }
    }
}
