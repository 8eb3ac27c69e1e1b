package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;
import org.polywire.model.Verdict.Held;
import org.polywire.model.Verdict.Passed;

/** Which sentences may be left in the original's words, and that all others are judged as if those were not there. */
class QuotedSentencesTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final URI HOME = URI.create("https://faro.example/");
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

    private static final List<List<String>> SOURCE = List.of(
            List.of("El puerto abrirá un muelle nuevo"),
            List.of("La autoridad del puerto presentó ayer el muelle nuevo."),
            List.of(
                    "La autoridad del puerto aprobó ayer un plan de 12 millones de euros.",
                    "Los pescadores piden que el proyecto respete las zonas de cría.",
                    "El informe no prevé ningún cierre durante los trabajos."),
            List.of(
                    "El 35 % del dinero llegará de la Unión Europea.",
                    "El resto lo pagará el puerto.", "Un obrero murió allí en 2019."));

    private static final List<List<String>> TARGET = List.of(
            List.of("El port obrirà un moll nou"),
            List.of("L'autoritat del port va presentar ahir el moll nou."),
            List.of(
                    "L'autoritat del port va aprovar ahir un pla de 12 milions d'euros.",
                    "Els pescadors demanen que el projecte respecti les zones de cria.",
                    "L'informe no preveu cap tancament durant els treballs."),
            List.of(
                    "El 35 % dels diners arribarà de la Unió Europea.",
                    "La resta el pagarà el port.", "Un obrer va morir allà el 2019."));

    private static final Article ORIGINAL = article(SPANISH, SOURCE, Set.of());

    /** The article with some sentences, by their numbers in reading order, in the words of the original. */
    private static Article article(LanguageTag language, List<List<String>> units, Set<Integer> quoted) {
        List<Block> body = new ArrayList<>();
        int number = 1;
        for (int unit = 1; unit < units.size(); unit++) {
            List<Inline> content = new ArrayList<>();
            for (int i = 0; i < units.get(unit).size(); i++) {
                content.addAll(Inlines.ofText(i == 0 ? "" : " "));
                Text words = new Text(
                        (quoted.contains(number) ? SOURCE : units).get(unit).get(i));
                content.add(quoted.contains(number) ? new Quoted(SPANISH, List.of(words)) : words);
                number++;
            }
            body.add(new Block.Paragraph(content));
        }
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                language,
                units.getFirst().getFirst(),
                body);
    }

    private static Translation translation(List<List<String>> target, Integer... quoted) {
        List<SentencePair> pairs = new ArrayList<>();
        for (int unit = 0; unit < SOURCE.size(); unit++) {
            Place place = unit == 0 ? Place.HEADLINE : Place.BODY.child(unit - 1);
            for (int i = 0; i < SOURCE.get(unit).size(); i++) {
                pairs.add(pair(
                        place,
                        SOURCE.get(unit).get(i),
                        target.get(unit).get(i),
                        Set.of(quoted).contains(pairs.size())));
            }
        }
        Route route = new Route.Machine(List.of(new Route.Leg(SPANISH, CATALAN, "Test", "")));
        return new Translation(article(CATALAN, target, Set.of(quoted)), SPANISH, route, Instant.EPOCH, pairs);
    }

    private static SentencePair pair(Place place, String source, String target, boolean quoted) {
        return quoted
                ? new SentencePair(
                        place, source, "[es: " + source + "]", List.of(), List.of("NEGATION: no"), Provenance.QUOTED)
                : new SentencePair(place, source, target, List.of(), List.of());
    }

    private static List<List<String>> with(String sound, String faulty) {
        return TARGET.stream()
                .map(unit ->
                        unit.stream().map(line -> line.replace(sound, faulty)).toList())
                .toList();
    }

    private static Checks checks(String... lines) {
        return new Checks(
                LANGUAGES,
                Policy.read(Stream.concat(Stream.of("hold-below all 0"), Stream.of(lines))
                        .toList()));
    }

    private static List<String> quotable(List<List<String>> target, String... lines) {
        Checks checks = checks(lines);
        Translation translation = translation(target);
        Verdict verdict = checks.review(ORIGINAL, translation);
        assertThat(verdict).isNotInstanceOf(Passed.class);
        return checks.quotable(ORIGINAL, translation, verdict).keySet().stream()
                .map(SentencePair::target)
                .toList();
    }

    @Test
    void aSentenceThatIsHeldMayBeQuotedWithWhatItIsHeldFor() {
        Translation translation = translation(with("12 milions", "21 milions"));
        Checks checks = checks("repair quote 2");
        Map<SentencePair, List<String>> quotable =
                checks.quotable(ORIGINAL, translation, checks.review(ORIGINAL, translation));
        assertThat(quotable).hasSize(1);
        assertThat(quotable.keySet().iterator().next().target()).contains("21 milions");
        assertThat(quotable.values().iterator().next())
                .isNotEmpty()
                .allSatisfy(why -> assertThat(why).startsWith("NUMBER_CHANGED: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repair off", "repair resegment 3", "repair engine 3"})
    void nothingIsQuotedUnlessThePolicySaysSo(String line) {
        assertThat(quotable(with("12 milions", "21 milions"), line)).isEmpty();
        assertThat(checks(line).review(ORIGINAL, translation(TARGET, 2))).isInstanceOf(Held.class);
    }

    /** The headline, and the one sentence that the text begins with. */
    @ParameterizedTest
    @CsvSource({
        "obrirà un moll nou, obrirà 7 molls nous",
        "va presentar ahir el moll nou, va presentar ahir 21 molls nous"
    })
    void whatTellsWhatTheArticleIsAboutIsNeverQuoted(String sound, String faulty) {
        assertThat(quotable(with(sound, faulty), "repair quote 3")).isEmpty();
    }

    @Test
    void aClaimThatMayDoHarmIsForAPersonToRead() {
        assertThat(quotable(with("2019", "2009"), "repair quote 3")).isEmpty();
    }

    @Test
    void noMoreAreQuotedThanThePolicySaysNorMoreThanAThird() {
        List<List<String>> two = with("12 milions", "21 milions").stream()
                .map(unit ->
                        unit.stream().map(line -> line.replace("35 %", "53 %")).toList())
                .toList();
        assertThat(quotable(two, "repair quote 1")).isEmpty();
        assertThat(quotable(two, "repair quote 2")).hasSize(2);
        List<List<String>> three = two.stream()
                .map(unit -> unit.stream()
                        .map(line -> line.replace("no preveu cap", "preveu un"))
                        .toList())
                .toList();
        assertThat(quotable(three, "repair quote 20")).isEmpty();
    }

    private static Set<FindingCode> held(Verdict verdict) {
        Set<FindingCode> codes = new TreeSet<>();
        verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void aQuotedSentenceIsANoteThatSaysWhyAndNothingElse(int sentence) {
        Verdict verdict = checks("repair quote 1").review(ORIGINAL, translation(TARGET, sentence));
        assertThat(verdict).isInstanceOf(Passed.class);
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.code() == FindingCode.QUOTED_ORIGINAL)
                .extracting(Finding::evidence)
                .containsExactly("NEGATION: no");
        assertThat(verdict.findings()).hasSameSizeAs(Set.of(sentence));
    }

    /** The law, whichever way the languages are written, and whether they put spaces between sentences or none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | en | 港口明天開放。|市長計劃不變。|船隻三月到達。| The port opens tomorrow. | Ships arrive in March.",
                "ar | en | يفتح الميناء غدا. | لا تغيير في الخطة. | تصل السفن في مارس. | The port opens tomorrow. | Ships come in May.",
                "en | he | The port opens tomorrow. | No plan has changed. | Ships arrive in March. | הנמל ייפתח מחר. | ספינות יגיעו במרץ.",
                "en | zh | The port opens tomorrow. | No plan has changed. | Ships arrive in 2027. | 港口明天开放。| 船只2026年到达。",
                "hi | ar | बंदरगाह कल खुलेगा। | योजना नहीं बदली। | जहाज़ मार्च में आएंगे। | يفتح الميناء غدا. | تصل السفن في مارس."
            })
    void theRestIsJudgedAsIfTheSentenceWereInNeither(
            String from, String to, String one, String two, String three, String first, String third) {
        Checks checks = new Checks(LANGUAGES, Policy.read(List.of("hold-below all 0.2", "repair quote 1")));
        LanguageTag source = new LanguageTag(from);
        Quoted quoted = new Quoted(source, Inlines.ofText(two));
        String gap = from.equals("zh") ? "" : " ";
        Route route = new Route.Machine(List.of(new Route.Leg(source, new LanguageTag(to), "Test", "")));
        Place place = Place.BODY.child(0);
        SentencePair left = new SentencePair(place, one, first, List.of(), List.of());
        SentencePair middle =
                new SentencePair(place, two, Inlines.text(List.of(quoted)), List.of(), List.of(), Provenance.QUOTED);
        SentencePair right = new SentencePair(place, three, third, List.of(), List.of());
        Verdict whole = checks.review(
                text(from, new Text(String.join(gap, one, two, three))),
                new Translation(
                        text(to, new Text(first + " "), quoted, new Text(" " + third)),
                        source,
                        route,
                        Instant.EPOCH,
                        List.of(left, middle, right)));
        Verdict rest = checks.review(
                text(from, new Text(one + gap + three)),
                new Translation(
                        text(to, new Text(first + " " + third)), source, route, Instant.EPOCH, List.of(left, right)));
        assertThat(whole.findings())
                .filteredOn(finding -> finding.code() != FindingCode.QUOTED_ORIGINAL)
                .isEqualTo(rest.findings());
        assertThat(whole.findings()).hasSize(rest.findings().size() + 1);
    }

    private static Article text(String language, Inline... content) {
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                new LanguageTag(language),
                "2026",
                List.of(new Block.Paragraph(List.of(content))));
    }

    @Test
    void theScoresOfTheOthersAreWhatTheyAreWithoutIt() {
        Checks checks = new Checks(LANGUAGES);
        Translation quoted = translation(TARGET, 4);
        assertThat(checks.judge(ORIGINAL, quoted).review().fits().keySet())
                .doesNotContain(4)
                .contains(3, 5);
    }

    @ParameterizedTest
    @CsvSource({"12 milions, 21 milions, NUMBER_CHANGED", "no preveu cap, preveu un, NEGATION"})
    void theSentencesBesideItAreJudgedAsBefore(String sound, String faulty, FindingCode code) {
        Checks checks = checks("repair quote 1");
        assertThat(held(checks.review(ORIGINAL, translation(with(sound, faulty), 3))))
                .containsExactly(code);
    }

    @Test
    void whatWasQuotedBeforeCountsAsWell() {
        Translation translation = translation(with("12 milions", "21 milions"), 4);
        for (int most = 1; most <= 2; most++) {
            Checks checks = checks("repair quote " + most);
            Verdict verdict = checks.review(ORIGINAL, translation);
            assertThat(checks.quotable(ORIGINAL, translation, verdict)).hasSize(most - 1);
        }
    }

    /** However it came about: more than the policy says, more than a third, or where none may be. */
    @Test
    void moreThanMayBeIsHeld() {
        Checks two = checks("repair quote 2");
        assertThat(two.review(ORIGINAL, translation(TARGET, 2, 4))).isInstanceOf(Passed.class);
        assertThat(held(two.review(ORIGINAL, translation(TARGET, 2, 4, 5))))
                .containsExactly(FindingCode.QUOTED_ORIGINAL);
        assertThat(held(checks("repair quote 20").review(ORIGINAL, translation(TARGET, 2, 4, 5))))
                .containsExactly(FindingCode.QUOTED_ORIGINAL);
        assertThat(held(two.review(ORIGINAL, translation(TARGET, 1)))).containsExactly(FindingCode.QUOTED_ORIGINAL);
    }

    /** Words that are not the original's, a language that is not, and a quotation that no sentence stands for. */
    @Test
    void whatIsNotTheOriginalsToTheLetterIsHeld() {
        Translation sound = translation(TARGET, 2);
        Checks checks = checks("repair quote 2");
        for (Quoted other : List.of(
                new Quoted(SPANISH, Inlines.ofText(SOURCE.get(2).get(0).replace("12", "21"))),
                new Quoted(new LanguageTag("pt"), Inlines.ofText(SOURCE.get(2).get(0))))) {
            assertThat(held(checks.review(ORIGINAL, with(sound, other, sound.sentences()))))
                    .contains(FindingCode.QUOTED_ORIGINAL);
        }
        List<SentencePair> machine = sound.sentences().stream()
                .map(pair -> pair.by(Provenance.MACHINE))
                .toList();
        Quoted own = new Quoted(SPANISH, Inlines.ofText(SOURCE.get(2).get(0)));
        assertThat(held(checks.review(ORIGINAL, with(sound, own, machine)))).contains(FindingCode.QUOTED_ORIGINAL);
    }

    private static Translation with(Translation sound, Quoted other, List<SentencePair> sentences) {
        Article changed = sound.article()
                .mapUnits(
                        CATALAN,
                        unit -> unit.content().stream()
                                .map(inline -> inline instanceof Quoted ? other : inline)
                                .toList());
        return new Translation(changed, sound.from(), sound.route(), sound.at(), sentences);
    }
}
