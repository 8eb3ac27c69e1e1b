package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/** Law 6: every copy says what it is. */
class NoticeTest {
    private static final Site SITE = Press.site();
    private static final Pattern REVIEWED = Pattern.compile("human.?reviewed$", Pattern.CASE_INSENSITIVE);

    static Stream<Edition> editions() {
        return Press.EDITIONS.stream();
    }

    /** The invariant, over every channel that carries an article's text, in every language. */
    @ParameterizedTest
    @MethodSource("editions")
    void everyChannelSaysWhatATranslationIsBeforeItsFirstWordAndMarksItForMachines(Edition edition) {
        Published published = translated(edition);
        Scene scene = Scene.of(published, "port");
        String label = letters(notice(published, edition).plain());
        every(Channel.Carries.TEXT, scene, (channel, output) -> {
            Opened opened = Opened.of(output);
            String words = letters(opened.read());
            assertThat(words).as("%s: notice", channel).contains(label);
            assertThat(words.indexOf(label)).as(channel.name()).isLessThan(words.indexOf(letters("@puerto_sur")));
            assertThat(opened.told())
                    .as("%s: machine mark", channel)
                    .contains("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
            assertThat(opened.told()).as("%s: original", channel).contains("https://faro.example/es/n");
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void whateverNamesATranslationCarriesTheShortMark(Edition edition) {
        Published published = translated(edition);
        String mark = letters(notice(published, edition).mark());
        String label = letters(notice(published, edition).plain());
        every(
                Channel.Carries.NAME,
                Scene.of(published, "port"),
                (channel, output) -> assertThat(letters(Opened.of(output).read()))
                        .as(channel.name())
                        .matches(words -> words.contains(mark) || words.contains(label), "says what it is"));
    }

    @Test
    void aSummaryInAFeedCarriesTheShortMark() {
        Published published = translated(Press.edition("ca"));
        Document rss = Jsoup.parse(text(Press.rss(SITE, Press.edition("ca"), List.of(published))), Parser.xmlParser());
        assertThat(rss.expectFirst("item > description").text())
                .contains(notice(published, Press.edition("ca")).mark())
                .contains("El Faro");
    }

    private static void every(Channel.Carries carried, Scene scene, BiConsumer<Channel, Output> law) {
        Arrays.stream(Channel.values())
                .filter(channel -> channel.carries() == carried)
                .forEach(channel -> channel.outputs(scene).forEach(output -> law.accept(channel, output)));
    }

    /** Formats differ in spaces, quotation marks and markup between words. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    @Test
    void aTranslationNamesLanguageEngineDayAndOutlet() {
        assertThat(notice(Stories.ferry(), Press.edition("ca")).plain())
                .isEqualTo(
                        "Aquest text l’ha traduït una màquina (Apertium) el 23 de novembre del 2026. Llengua original: "
                                + "espanyol. Cap persona no l’ha revisat. El va publicar primer El Faro del Sur.");
    }

    /** Reviewed is what a person has read to the last sentence; parts of it are not enough, and every channel says the same. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void aTranslationIsReviewedOnlyIfAPersonHasEditedEverySentence(int left, boolean reviewed) {
        Published edited = edited(Stories.ferry(), left);
        String notice = notice(edited, Press.edition("ca")).plain();
        assertThat(notice).doesNotContain("Cap persona no l’ha revisat");
        assertThat(notice.contains("una persona n’ha corregit cada frase")).isEqualTo(reviewed);
        assertThat(notice.contains("Una persona n’ha corregit parts; ningú no l’ha revisat sencer."))
                .isNotEqualTo(reviewed);
        every(
                Channel.Carries.TEXT,
                Scene.of(edited, "port"),
                (channel, output) -> assertThat(Opened.of(output).places().stream()
                                .filter(place -> REVIEWED.matcher(place.name()).find())
                                .map(Opened.Place::value))
                        .as(channel.name())
                        .isNotEmpty()
                        .containsOnly(Boolean.toString(reviewed)));
    }

    /** No notice says in one breath that nobody read a text and that somebody mended it. */
    @ParameterizedTest
    @MethodSource("editions")
    void whatAPersonDidIsSaidOnceAndDiffersWithHowMuchItWas(Edition edition) {
        Published none = translated(edition);
        Published some = edited(none, 1);
        Published every = edited(none, 0);
        assertThat(Stream.of(none, some, every).map(text -> plain(text, edition)))
                .doesNotHaveDuplicates();
        Corrected again = Press.revised(some, 1, new Revision(Revision.Kind.RETRANSLATION, List.of(), ""));
        assertThat(plain(again, edition))
                .startsWith(plain(some, edition) + " ")
                .containsOnlyOnce(plain(some, edition))
                .hasSizeGreaterThan(plain(some, edition).length() + 10);
    }

    private static Published edited(Published published, int left) {
        Translation text = published.translation();
        List<SentencePair> sentences = IntStream.range(0, text.sentences().size())
                .mapToObj(i -> i < left
                        ? text.sentences().get(i)
                        : by(Provenance.POST_EDITED, text.sentences().get(i)))
                .toList();
        return new Published(
                published.entry(), new Translation(text.article(), text.from(), text.route(), text.at(), sentences));
    }

    private static SentencePair by(Provenance provenance, SentencePair pair) {
        return new SentencePair(
                pair.place(), pair.source(), pair.target(), List.of(), List.of(), List.of(), provenance);
    }

    @Test
    void anOriginalSaysThatItIsCarriedUnchanged() {
        Published original = Press.original(Stories.article("en", "n"), 1);
        String page = text(SITE.article(original, Set.of()));
        assertThat(Jsoup.parse(page).expectFirst(".notice").text())
                .startsWith("This text is carried unchanged from The Skerry Post.")
                .doesNotContain("machine");
        assertThat(page).doesNotContain("digitalSourceType").doesNotContain("translationOfWork");
    }

    @Test
    void aCorrectionSaysWhen() {
        assertThat(text(SITE.article(Press.corrected(Stories.ferry()), Set.of())))
                .contains(
                        "Corregit el <time datetime=\"2026-11-23\">23 de novembre del 2026</time>, després d’un canvi");
    }

    @Test
    void aTranslationByWayOfAnotherLanguageSaysSo() {
        Route route = new Route.Machine(List.of(
                new Leg(new LanguageTag("pt"), new LanguageTag("es"), "Apertium", ""),
                new Leg(new LanguageTag("es"), new LanguageTag("ca"), "Marian", "")));
        Translation ferry = Stories.ferry().translation();
        Published published = new Published(
                Stories.ferry().entry(),
                new Translation(ferry.article(), new LanguageTag("pt"), route, ferry.at(), ferry.sentences()));
        assertThat(notice(published, Press.edition("ca")).plain())
                .contains("Apertium i Marian")
                .contains("ha passat per una altra llengua: espanyol.");
        assertThat(SourceType.of(published.translation())).contains(SourceType.COMPOSITE_TRAINED);
    }

    @Test
    void theComparisonDoesNotLeadToItself() {
        Document page = Jsoup.parse(text(SITE.comparison(Stories.ferry())));
        assertThat(page.select(".notice a").eachAttr("href")).hasSize(4).noneMatch(href -> href.endsWith("/original"));
    }

    @Test
    void aCardWithoutAMarkCannotBeMade() {
        assertThatThrownBy(() -> new Card(
                        "/",
                        "",
                        "",
                        "h",
                        "",
                        "o",
                        new LanguageTag("es"),
                        true,
                        " ",
                        "",
                        Html.NONE,
                        Optional.empty(),
                        Html.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readersCanReportAnErrorInTheirLanguage() {
        String page = text(SITE.article(Stories.ferry(), Set.of()));
        assertThat(Jsoup.parse(page).select(".notice a[href^=mailto]").attr("href"))
                .startsWith("mailto:desk@wire.example?subject=Error%20en%20l%E2%80%99article%20ca%2F");
    }

    private static Published translated(Edition edition) {
        String from = edition.language().value().equals("es") ? "pt" : "es";
        Article source = Stories.article("es", "n").mapUnits(new LanguageTag(from), unit -> unit.content());
        return Press.translated(source, edition.language().value(), 1, text -> text);
    }

    private static String plain(Publication publication, Edition edition) {
        return notice(publication, edition).plain();
    }

    private static Notice notice(Publication published, Edition edition) {
        Copy copy = Copy.of(edition, published, Press.config()).orElseThrow();
        return new Notice(copy, new Wording(edition.language()), Press.config(), SITE.addresses()::path);
    }

    static String text(Page page) {
        return new String(page.body().toArray(), StandardCharsets.UTF_8);
    }
}
