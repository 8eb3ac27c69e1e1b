package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Grant;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Standing;
import org.polywire.store.Store;

class MemoryCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final URI HOME = URI.create("https://faro.example/");
    private static final ArticleId ID = ArticleId.of(HOME.resolve("a"));
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag CATALAN = new LanguageTag("ca");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** One article, published in Catalan, with a link in its second sentence. */
    @BeforeEach
    void publish() {
        Article original = article(SPANISH, "El puerto abre", "El puerto abre hoy. ", "La lonja", " cierra.");
        Article catalan = article(CATALAN, "El port obre", "El port obre avui. ", "La llotja", " tanca.");
        Translation translation = new Translation(
                catalan,
                SPANISH,
                new Route.Machine(List.of(new Route.Leg(SPANISH, CATALAN, "Phrasebook", "1"))),
                NOW,
                List.of(
                        pair(Place.HEADLINE, "El puerto abre", "El port obre"),
                        pair(Place.BODY.child(0), "El puerto abre hoy.", "El port obre avui."),
                        pair(Place.BODY.child(0), "La lonja cierra.", "La llotja tanca.")));
        try (Store store = Store.open(Path.of(data()))) {
            Source source = new Source(new SourceId("el-faro"), "El Faro", HOME, HOME.resolve("rss"), Grant.FULL);
            Sighting sighting = new Sighting(source.id(), HOME.resolve("a"), "", "", null, NOW);
            KnownArticle sighted = KnownArticle.sighted(ID, sighting, HOME.resolve("a"), "");
            KnownArticle known = sighted.extracted("El puerto abre", "f", "", "");
            store.write(transaction -> {
                transaction.sources().save(FollowedSource.added(source, Duration.ofDays(1), NOW));
                transaction.articles().add(sighted);
                transaction.articles().save(known);
                transaction.articles().saveDocument(ID, original);
                transaction.revisions().add(ID, new TextVersion(1, NOW, null), original);
                transaction.standings().save(Standing.pending(ID, CATALAN, 1).published(List.of()));
                transaction
                        .log()
                        .publish(
                                CATALAN,
                                known,
                                1,
                                translation,
                                new Revision(Revision.Kind.COSMETIC, List.of(), ""),
                                NOW);
            });
        }
    }

    private static SentencePair pair(Place place, String source, String target) {
        return new SentencePair(place, source, target, List.of(), List.of());
    }

    private static Article article(LanguageTag language, String headline, String first, String linked, String rest) {
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                language,
                headline,
                List.<Block>of(new Paragraph(List.of(
                        new Text(first), new Link(HOME.resolve("lonja"), Inlines.ofText(linked)), new Text(rest)))));
    }

    private Standing standing() {
        try (Store store = Store.open(Path.of(data()))) {
            return store.read(
                    transaction -> transaction.standings().find(ID, CATALAN).orElseThrow());
        }
    }

    @Test
    void anExportedArticleThatAPersonEditedIsTranslatedAnew() throws IOException {
        assertThat(run("memory", "export", file("a.tmx"), "--article", ID.value(), "--edition", "ca", "--data", data()))
                .isZero();
        String exported = Files.readString(folder.resolve("a.tmx"));
        assertThat(exported).contains("El puerto abre hoy.", "https://faro.example/lonja", "machine");
        Files.writeString(folder.resolve("a.tmx"), exported.replace("> tanca.<", "> ja tanca.<"));
        assertThat(run("memory", "import", file("a.tmx"), "--by", "Núria", "--dry-run", "--data", data()))
                .isZero();
        assertThat(standing().state()).isEqualTo(Standing.State.PUBLISHED);
        assertThat(run("memory", "import", file("a.tmx"), "--by", "Núria", "--data", data()))
                .isZero();
        assertThat(err.toString()).contains("nobody changed them: 2.", "Sentences remembered: 1.", ID.value());
        assertThat(standing().state()).isEqualTo(Standing.State.PENDING);
        assertThat(standing().version()).isEqualTo(2);
        assertThat(run("memory", "--data", data())).isZero();
        assertThat(out.toString()).contains("es → ca", "machine, edited by a person", "1");
        assertThat(run("where", ID.value(), "--data", data())).isZero();
        assertThat(out.toString())
                .contains("the same text; a person edited a translation of it")
                .doesNotContain("cosmetic");
    }

    @Test
    void aFileThatWasNotEditedChangesNothing() {
        run("memory", "export", file("a.tmx"), "--article", ID.value(), "--edition", "ca", "--data", data());
        assertThat(run("memory", "import", file("a.tmx"), "--data", data())).isZero();
        assertThat(err.toString()).contains("nobody changed them: 3.", "Sentences remembered: 0.");
        assertThat(standing().state()).isEqualTo(Standing.State.PUBLISHED);
    }

    @Test
    void aSentenceOfAnArticleIsSetFoundAndForgotten() {
        String[] set = {
            "memory",
            "set",
            "El puerto abre hoy.",
            "Avui obre el port.",
            "--article",
            ID.value(),
            "--edition",
            "ca",
            "--by",
            "Núria",
            "--data",
            data()
        };
        assertThat(run(set)).isZero();
        assertThat(standing().state()).isEqualTo(Standing.State.PENDING);
        assertThat(run("memory", "find", "El puerto abre mañana.", "--from", "es", "--data", data()))
                .isZero();
        assertThat(out.toString()).contains("1  ", "Avui obre el port.", "Núria");
        assertThat(run("memory", "find", "El puerto", "--from", "es", "--json", "--data", data()))
                .isZero();
        assertThat(out.toString()).contains("\"POST_EDITED\"");
        assertThat(run("memory", "remove", "1", "--data", data())).isZero();
        assertThat(run("memory", "remove", "1", "--data", data())).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(run("memory", "find", "El puerto", "--from", "es", "--data", data()))
                .isEqualTo(Exit.NOT_AS_EXPECTED);
    }

    @Test
    void whatCannotBeSetIsSaid() {
        assertThat(run(
                        "memory",
                        "set",
                        "La lonja cierra.",
                        "Tanca.",
                        "--article",
                        ID.value(),
                        "--edition",
                        "ca",
                        "--by",
                        "Núria",
                        "--data",
                        data()))
                .isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("has links or emphasis");
        assertThat(run(
                        "memory",
                        "set",
                        "Nada.",
                        "Res.",
                        "--article",
                        ID.value(),
                        "--edition",
                        "ca",
                        "--by",
                        "Núria",
                        "--data",
                        data()))
                .isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(run("memory", "set", "Nada.", " ", "--from", "es", "--to", "ca", "--by", "Núria", "--data", data()))
                .isEqualTo(Exit.USAGE);
        assertThat(run("memory", "export", file("x.tmx"), "--article", ID.value(), "--data", data()))
                .isEqualTo(Exit.USAGE);
        assertThat(run("memory", "export", file("x.tmx"), "--article", ID.value(), "--edition", "gl", "--data", data()))
                .isEqualTo(Exit.NOT_AS_EXPECTED);
    }

    @Test
    void aFileWithFaultsIsRefusedAsAWhole() throws IOException {
        Files.writeString(folder.resolve("bad.tmx"), "<tmx><body><tu/></body></tmx>");
        assertThat(run("memory", "import", file("bad.tmx"), "--data", data())).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(err.toString()).contains("bad.tmx:1:", "Nothing was imported");
    }
}
