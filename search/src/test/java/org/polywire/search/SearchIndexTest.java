package org.polywire.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Dates;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.search.SearchQuery.Order;
import org.polywire.search.SearchResults.Hit;
import org.polywire.search.SearchResults.Run;

class SearchIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private SearchIndex index;
    private long sequence;

    @BeforeEach
    void open() {
        index = SearchIndex.in(folder.resolve("search"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Each language's own analyser, and accents that readers leave out. */
    @ParameterizedTest
    @CsvSource({
        "ca, El port estrena transbordadors elèctrics, transbordador",
        "ca, L’Ajuntament aprova el pla, ajuntament",
        "ca, Noves línies elèctriques, electriques",
        "es, El puerto estrena transbordadores eléctricos, transbordador electrico",
        "pt, As eleições foram adiadas, eleicao",
        "gl, Os barcos volven ao peirao, barco",
        "fr, Les bateaux restent au port, bateau",
        "it, I traghetti elettrici del porto, traghetto",
        "de, Die Fähren fahren wieder, fähre",
        "en, Trawlers stay in harbour, trawler harbour",
        "ar, عودة طيور النورس إلى الجزيرة, جزيرة",
        "he, התלמידים משיקים את הסירה ברציף, סירה",
        "he, סירה ברציף, הסירה",
        "hi, मछुआरे फिर समुद्र में, समुद्र",
        "zh-Hans, 老盐仓改建为图书馆, 图书馆",
        "ja, 港の新しい船, 船"
    })
    void aWordIsFoundInItsOtherForms(String language, String headline, String words) {
        index.apply(List.of(published(language, headline, "…")));
        SearchResults found = search(words, language);
        assertThat(found.total()).as(words).isEqualTo(1);
        assertThat(found.corrected()).isEmpty();
        assertThat(marked(found.hits().getFirst().headline())).contains("[");
        assertThat(plain(found.hits().getFirst().headline())).isEqualTo(headline);
    }

    @Test
    void wordsMustAllOccurQuotedOnesTogetherAndUnwantedOnesNot() {
        index.apply(List.of(
                published("en", "Ferry opens", "The electric ferry opened. The old harbour stays."),
                published("en", "Harbour closed", "An electric fault closed the old ferry line in the harbour.")));
        assertThat(headlines(search("electric ferry", "en"))).hasSize(2);
        assertThat(headlines(search("\"electric ferry\"", "en"))).containsExactly("Ferry opens");
        assertThat(headlines(search("ferry -fault", "en"))).containsExactly("Ferry opens");
        assertThat(search("ferry nothingsuch -fault", "en").total()).isZero();
    }

    @Test
    void aMistypedWordFindsTheLikeliestOneAndSaysSo() {
        index.apply(List.of(published("ca", "El transbordador elèctric", "Nou minuts de travessia.")));
        SearchResults found = search("trasbordador electrc", "ca");
        assertThat(headlines(found)).containsExactly("El transbordador elèctric");
        assertThat(found.corrected()).isEqualTo("transbordador elèctric");
        assertThat(marked(found.hits().getFirst().headline())).isEqualTo("El [transbordador] [elèctric]");
    }

    @Test
    void aHeadingInAnExcerptDoesNotRunIntoTheSentenceAfterIt() {
        index.apply(
                List.of(published("ca", "El port", "Una línia de noranta anys\nEl vaixell entra. Surt.\nA les nou")));
        assertThat(marked(search("vaixell", "ca").hits().getFirst().excerpt()))
                .isEqualTo("Una línia de noranta anys · El [vaixell] entra. Surt. A les nou");
        assertThat(marked(search("anys", "ca").hits().getFirst().excerpt())).contains("noranta [anys] · El vaixell");
    }

    @Test
    void anExcerptShowsWhereTheWordStands() {
        String text = "Primera frase sense res. ".repeat(60) + "El vaixell Brisa entra a la dàrsena. "
                + "Una altra frase. ".repeat(60);
        index.apply(List.of(published("ca", "El port", text)));
        List<Run> excerpt = search("dàrsena", "ca").hits().getFirst().excerpt();
        assertThat(marked(excerpt)).contains("El vaixell Brisa entra a la [dàrsena].");
        assertThat(plain(excerpt)).hasSizeLessThan(500);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        Publication old =
                published("ca", "Vaga al port", "text", "el-faro", "es", "Economia", NOW.minusSeconds(864_000));
        Publication recent = published("ca", "Vaga de trens", "text", "skerry", "en", "Mobilitat", NOW);
        Publication other = published("es", "Vaga en el puerto", "text", "el-faro", "pt", "Economía", NOW);
        index.apply(List.of(old, recent, other));
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(headlines(filtered(new Filters(new SourceId("el-faro"), "", null, null, null))))
                .containsExactly("Vaga al port");
        assertThat(headlines(filtered(new Filters(null, "MOBILITAT", null, null, null))))
                .containsExactly("Vaga de trens");
        assertThat(headlines(filtered(new Filters(null, "", new LanguageTag("es-MX"), null, null))))
                .containsExactly("Vaga al port");
        assertThat(headlines(filtered(new Filters(null, "", null, today, null))))
                .containsExactly("Vaga de trens");
        assertThat(headlines(filtered(new Filters(null, "", null, null, today.minusDays(1)))))
                .containsExactly("Vaga al port");
        assertThat(index.sections(new LanguageTag("ca"))).containsExactly("Economia", "Mobilitat");
    }

    @Test
    void spellingsOfOneNameAreOneSectionUnderTheMostFrequent() {
        for (String section : List.of("ECONOMIA", "Economía", "Economía", "राजनीति", "रजनत")) {
            index.apply(List.of(published("ca", "Vaga al port", "text", "el-faro", "es", section, NOW)));
        }
        assertThat(index.sections(new LanguageTag("ca"))).containsExactly("Economía", "रजनत", "राजनीति");
        assertThat(headlines(filtered(new Filters(null, "economia", null, null, null))))
                .hasSize(3);
        assertThat(headlines(filtered(new Filters(null, "राजनीति", null, null, null))))
                .hasSize(1);
    }

    @Test
    void aSearchCanLookIntoSeveralEditions() {
        index.apply(List.of(
                published("ca", "Port obert", "text"),
                published("es", "Puerto abierto", "El port", "a", "pt", "", NOW)));
        SearchQuery query = new SearchQuery(
                "port", List.of(new LanguageTag("ca"), new LanguageTag("es")), Filters.NONE, Order.RELEVANCE, 0, 10);
        assertThat(headlines(index.search(query, NOW))).containsExactlyInAnyOrder("Port obert", "Puerto abierto");
        assertThat(headlines(search("port", "es"))).containsExactly("Puerto abierto");
    }

    @Test
    void ofEqualMatchesTheNewerComesFirst() {
        index.apply(List.of(
                published("en", "Old strike", "text", "a", "es", "", NOW.minusSeconds(90L * 86_400)),
                published("en", "New strike", "text", "a", "es", "", NOW)));
        assertThat(headlines(search("strike", "en"))).containsExactly("New strike", "Old strike");
    }

    @Test
    void withoutWordsOrOnRequestTheNewestComesFirst() {
        index.apply(List.of(
                published("en", "Strike, strike, strike", "strike", "a", "es", "", NOW.minusSeconds(86_400)),
                published("en", "Harbour", "strike", "a", "es", "", NOW)));
        assertThat(headlines(search("", "en"))).containsExactly("Harbour", "Strike, strike, strike");
        SearchQuery newest =
                new SearchQuery("strike", List.of(new LanguageTag("en")), Filters.NONE, Order.NEWEST, 0, 10);
        assertThat(headlines(index.search(newest, NOW))).containsExactly("Harbour", "Strike, strike, strike");
    }

    @Test
    void aCorrectionReplacesAndAWithdrawalRemoves() {
        Published first = published("en", "Ferry", "It costs 5 pounds.");
        index.apply(List.of(first));
        Published other = published("en", "Ferry", "It costs 7 pounds.");
        Corrected corrected = new Corrected(
                next(first.entry()), other.translation(), new Revision(Revision.Kind.UPDATE, List.of(), ""));
        index.apply(List.of(corrected));
        assertThat(search("5 pounds", "en").total()).isZero();
        assertThat(search("7 pounds", "en").total()).isEqualTo(1);
        index.apply(List.of(new Withdrawn(next(first.entry()), Reason.SOURCE_WITHDREW)));
        assertThat(search("pounds", "en").total()).isZero();
    }

    @Test
    void theIndexKnowsHowFarItIsAndAppliesEntriesTwiceWithoutHarm() {
        List<Publication> log = List.of(published("en", "One ferry", "t"), published("en", "Two ferries", "t"));
        index.apply(log);
        index.apply(log);
        assertThat(search("ferry", "en").total()).isEqualTo(2);
        index.close();
        assertThat(index.cursor()).isEqualTo(2);
        assertThat(search("ferry", "en").completeTo()).isEqualTo(2);
    }

    @Test
    void aRebuiltIndexIsTheSameAndAFailedRebuildChangesNothing() {
        List<Publication> log =
                new ArrayList<>(List.of(published("en", "One ferry", "t"), published("en", "Two ferries", "t")));
        index.apply(log);
        index.rebuild(log.subList(0, 1).iterator(), done -> {});
        assertThat(headlines(search("ferry", "en"))).containsExactly("One ferry");
        assertThat(index.cursor()).isEqualTo(1);
        assertThatThrownBy(() -> index.rebuild(log.iterator(), done -> {
                    throw new IllegalStateException("power failure");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(headlines(search("ferry", "en"))).containsExactly("One ferry");
        assertThat(index.cursor()).isEqualTo(1);
    }

    /** A stop that can wait no longer interrupts, and Lucene then gives its writer up. */
    @Test
    void aWriterThatIsInterruptedLeavesTheIndexAsItWasAndTheNextGoesOn() {
        Publication first = published("en", "One ferry", "t");
        Publication second = published("en", "Two ferries", "t");
        index.apply(List.of(first));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> index.apply(List.of(second))).isInstanceOf(RuntimeException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(headlines(search("ferry", "en"))).containsExactly("One ferry");
        assertThat(index.cursor()).isEqualTo(1);
        index.apply(List.of(second));
        assertThat(index.cursor()).isEqualTo(2);
        assertThat(headlines(search("ferry", "en"))).containsExactlyInAnyOrder("One ferry", "Two ferries");
    }

    @Test
    void onlyOneProcessWrites() {
        index.apply(List.of(published("en", "One ferry", "t")));
        try (SearchIndex second = SearchIndex.in(folder.resolve("search"))) {
            assertThat(second.search(query("ferry", "en"), NOW).total()).isEqualTo(1);
            assertThatThrownBy(second::cursor).isInstanceOf(SearchIndex.IndexInUse.class);
        }
    }

    @Test
    void beginningsAreCompleted() {
        index.apply(List.of(
                published("ca", "Transbordador", "transport"), published("ca", "Transbordador nou", "transbordador")));
        assertThat(index.completions("tran", List.of(new LanguageTag("ca")), 5))
                .containsExactly("transbordador", "transport");
        assertThat(index.completions(" ", List.of(new LanguageTag("ca")), 5)).isEmpty();
    }

    /** Nothing that a reader types is an error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "-",
                "--- +++ !!",
                "\"unfinished",
                "a AND (b OR",
                "field:value*?~^2",
                "the of and",
                "-ferry",
                "\uD83D\uDE00\uD800",
                "<script>alert(1)</script>",
                "\u0000\u202E",
                "[1 TO 2] {a TO b}"
            })
    void everyTextCanBeSearchedFor(String text) {
        index.apply(List.of(published("en", "Ferry", "text")));
        assertThat(search(text, "en").total()).isBetween(0L, 1L);
        assertThat(search(text.repeat(500), "en").total()).isBetween(0L, 1L);
        assertThat(index.completions(text, List.of(new LanguageTag("en")), 5)).hasSizeLessThan(6);
    }

    @Test
    void withoutAnIndexNothingIsFound() {
        assertThat(search("ferry", "en").hits()).isEmpty();
        assertThat(index.completions("f", List.of(new LanguageTag("en")), 5)).isEmpty();
    }

    private SearchResults filtered(Filters filters) {
        return index.search(
                new SearchQuery("vaga", List.of(new LanguageTag("ca")), filters, Order.RELEVANCE, 0, 10), NOW);
    }

    private SearchResults search(String words, String language) {
        return index.search(query(words, language), NOW);
    }

    private static SearchQuery query(String words, String language) {
        return new SearchQuery(words, List.of(new LanguageTag(language)), Filters.NONE, Order.RELEVANCE, 0, 10);
    }

    private Published published(String language, String headline, String text) {
        return published(language, headline, text, "source", "mt", "", NOW);
    }

    private Published published(
            String language, String headline, String text, String source, String from, String section, Instant at) {
        sequence++;
        URI address = URI.create("https://faro.example/" + language + "/" + sequence);
        Article article = new Article(
                address,
                new Outlet("El Faro", URI.create("https://faro.example/")),
                new LanguageTag(language),
                "",
                headline,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                section,
                List.of(),
                "",
                Access.FREE,
                text.lines()
                        .<Block>map(line -> new Block.Paragraph(Inlines.ofText(line)))
                        .toList());
        Entry entry =
                new Entry(sequence, new LanguageTag(language), ArticleId.of(address), new SourceId(source), 1, at, at);
        return new Published(
                entry, new Translation(article, new LanguageTag(from), new Route.Original(), at, List.of()));
    }

    private Entry next(Entry entry) {
        sequence++;
        return new Entry(
                sequence,
                entry.edition(),
                entry.article(),
                entry.source(),
                entry.version(),
                entry.firstAt(),
                entry.at());
    }

    private static List<String> headlines(SearchResults results) {
        return results.hits().stream()
                .map(Hit::headline)
                .map(SearchIndexTest::plain)
                .toList();
    }

    private static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String marked(List<Run> runs) {
        return runs.stream()
                .map(run -> run.found() ? "[" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }
}
