package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Publication.Published;
import org.polywire.model.Review;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/** A sentence in the original's words says so wherever an article goes, and keeps its language and direction. */
class QuotedTest {
    private static final URI HOME = URI.create("https://faro.example/");
    private static final Place PARAGRAPH = Place.BODY.child(0);

    static Stream<Arguments> editionsAndOriginals() {
        return Press.EDITIONS.stream()
                .map(edition -> edition.language().value())
                .flatMap(to -> Stream.of("ru|Порт (2026) откроют завтра.", "ar|يفتح الميناء (2026) غدا.", "zh|港口明天開放。")
                        .map(original -> original.split("\\|"))
                        .filter(original -> !original[0].equals(to))
                        .map(original -> Arguments.of(to, original[0], original[1])));
    }

    /** An article of one paragraph, whose second sentence is the original's, with a link in it. */
    private static Published published(String to, String from, String words) {
        List<Inline> quoted = List.of(new Text(words), new Link(HOME.resolve("p"), Inlines.ofText("2026")));
        List<Inline> content = List.of(new Text("1. "), new Quoted(new LanguageTag(from), quoted), new Text(" 3."));
        Article article = Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                new LanguageTag(to),
                "2026",
                List.of(new Block.Paragraph(content)));
        List<SentencePair> pairs = new ArrayList<>(List.of(
                new SentencePair(PARAGRAPH, "1.", "1.", List.of(), List.of()),
                new SentencePair(
                        PARAGRAPH,
                        words + "2026",
                        Inlines.text(content.subList(1, 2)),
                        List.of(),
                        List.of("NEGATION: 2"),
                        Provenance.QUOTED)));
        Finding note = new Finding(FindingCode.QUOTED_ORIGINAL, Finding.Severity.NOTE, PARAGRAPH, "NEGATION: 2");
        Translation translation = new Translation(
                        article, new LanguageTag(from), Press.apertium(from, to), Press.NOW, pairs)
                .reviewed(new Review(List.of(note), Map.of()));
        return new Published(Press.entry(to, article, 0), translation);
    }

    private static Element page(Page page) {
        return Jsoup.parse(Output.of(page).body());
    }

    private static void isMarked(Element marked, Edition edition, String from, String words) {
        Wording wording = new Wording(edition.language());
        assertThat(marked.text())
                .contains(wording.nameOf(new LanguageTag(from)))
                .matches("[\\[［].*[\\]］]");
        Element own = marked.expectFirst("[lang]");
        assertThat(own.attr("lang")).isEqualTo(from);
        assertThat(own.attr("dir")).isEqualTo(from.equals("ar") ? "rtl" : "ltr");
        assertThat(own.text()).startsWith(words);
    }

    @ParameterizedTest
    @MethodSource("editionsAndOriginals")
    void theArticlesPageMarksItInTheEditionsLanguageAndSetsItApart(String to, String from, String words) {
        Edition edition = Press.edition(to);
        Element page = page(Press.site().article(published(to, from, words), Set.of()));
        Element marked = page.expectFirst(".text .quoted");
        isMarked(marked, edition, from, words);
        assertThat(marked.select("bdi a[href=https://faro.example/p]").text()).isEqualTo("2026");
        assertThat(page.expectFirst(":has(> .quoted)").text()).startsWith("1.").endsWith("3.");
        assertThat(page.select(".remarks").text()).contains(new Wording(edition.language()).say("remark.quoted"));
    }

    @ParameterizedTest
    @MethodSource("editionsAndOriginals")
    void theComparisonMarksItAndSaysWhy(String to, String from, String words) {
        Edition edition = Press.edition(to);
        Element page = page(Press.site().comparison(published(to, from, words)));
        isMarked(page.expectFirst(".side.to .quoted"), edition, from, words);
        assertThat(page.select(".hand").text()).isEqualTo(new Wording(edition.language()).say("compare.quoted"));
    }

    /** Every way out that carries the whole text. */
    @ParameterizedTest
    @MethodSource("editionsAndOriginals")
    void noWayOutCarriesItUnmarked(String to, String from, String words) {
        Scene scene = Scene.of(published(to, from, words), "port");
        for (Channel channel : Channel.values()) {
            for (Output output : channel.outputs(scene)) {
                String text = output.body()
                        .replace("&#91;", "[")
                        .replace("&#93;", "]")
                        .replace("&#40;", "(")
                        .replace("&#41;", ")");
                if (text.contains(words)) {
                    assertThat(text).as(channel + " " + output.form()).containsPattern("[\\[［]");
                    if (channel.carries() == Channel.Carries.TEXT && channel != Channel.COMPARISON) {
                        assertThat(text).as(channel + " " + output.form()).contains("quoted");
                    }
                }
            }
        }
    }

    /** WordPress has no {@code bdi}; what takes its place isolates as well. */
    @Test
    void whereNoElementIsolatesByItselfADirectionDoes() {
        Scene scene = Scene.of(published("en", "ar", "يفتح الميناء غدا."), "port");
        Element parcel = Jsoup.parse(Channel.PARCEL.outputs(scene).getFirst().body());
        assertThat(parcel.expectFirst(".quoted span[lang=ar]").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void aSummaryNamesItsLanguage() {
        Article article = published("en", "ar", "غدا.").translation().article();
        assertThat(Body.beginning(article.body(), 200)).isEqualTo("1. [ar: غدا.2026] 3.");
    }
}
