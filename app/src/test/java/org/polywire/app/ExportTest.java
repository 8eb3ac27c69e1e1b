package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Fetch;
import org.polywire.gather.Validators;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Reason;
import org.polywire.pipeline.Archive;
import org.polywire.search.SearchIndex;

class ExportTest {
    @TempDir
    Path folder;

    private static final Bytes PNG = png();

    private Archive archive;
    private PublicSite site;

    @BeforeEach
    void open() {
        Published.write(folder.resolve("data"), 5);
        archive = Archive.open(folder.resolve("data"));
        InstantSource clock = InstantSource.fixed(Published.NOW);
        SearchIndex index = SearchIndex.in(folder.resolve("search"));
        site = new PublicSite(
                Published.config(), Set.of(), archive, new SearchDesk(index, archive, clock), pictures(clock), clock);
    }

    /** The sources of all articles, but for number 4, whose picture is missing. */
    private PictureDesk pictures(InstantSource clock) {
        return new PictureDesk(folder.resolve("pictures"), this::fetch, clock);
    }

    private Fetch fetch(URI address) {
        if (address.equals(Published.picture(4))) {
            return new Fetch.Refused(Reason.NOT_FOUND, "404");
        }
        Capture capture = new Capture(address, address, new Headers(Map.of()), PNG, Published.NOW);
        return new Fetch.Fetched(capture, Validators.NONE, List.of(), false);
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
            for (Element link : page.select(
                    "a[href], link[rel=stylesheet], link[rel=icon], img[src]:not([src*=" + Published.id(4) + "])")) {
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
    void picturesAreFilesInEverySizeAndOneThatCannotBeHadIsTold() throws IOException {
        Export.Summary summary = export();
        assertThat(summary.missing()).hasSize(6).allMatch(path -> path.contains("/a/" + Published.id(4) + "/picture/"));
        Path page = folder.resolve("out/ca/a/" + Published.id(1) + "/index.html");
        Element picture = Jsoup.parse(Files.readString(page)).expectFirst("figure img");
        List<String> sizes = Stream.of(picture.attr("srcset").split(", "))
                .map(size -> size.replaceAll(" .*", ""))
                .toList();
        assertThat(sizes).hasSize(3).contains(picture.attr("src"));
        for (String size : sizes) {
            assertThat(ImageIO.read(page.resolveSibling(size).toFile())).isNotNull();
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
    void theAddressThatASectionHadBeforeLeadsToItAndThatOfOneWithoutArticlesIsGone() throws IOException {
        export();
        Path out = folder.resolve("out");
        Path list = out.resolve(Export.LIST);
        List<String> names = new ArrayList<>(Files.readAllLines(list));
        names.addAll(List.of("ca/section/Pòrt/index.html", "ca/section/Rès/index.html"));
        Files.write(list, names);
        export();
        Path old = out.resolve("ca/section/Pòrt/index.html");
        String link = Jsoup.parse(Files.readString(old)).select("main a").attr("href");
        assertThat(old.resolveSibling(link).normalize()).isEqualTo(out.resolve("ca/section/port/index.html"));
        assertThat(out.resolve("ca/section/Rès")).doesNotExist();
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

    private static Bytes png() {
        try {
            return Bytes.copyOf(PictureDeskTest.png(700));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Export.Summary export() throws IOException {
        Predicate<String> exported = path -> path.startsWith("/")
                && site.addresses()
                        .at(path)
                        .filter(resource -> !Export.needsServer(resource))
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
