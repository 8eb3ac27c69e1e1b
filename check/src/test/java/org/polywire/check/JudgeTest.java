package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/** Sentences of our own; what the experts make of a corpus is measured by {@code ./polywire bench checks}. */
class JudgeTest {
    private static final String SOURCE =
            "The government said on Tuesday that 340 people were not injured when the bridge near Barcelona collapsed.";
    private static final String SOUND =
            "El gobierno dijo el martes que 340 personas no resultaron heridas cuando se derrumbó el puente cerca de Barcelona.";

    private static final String SPANISH = "La autoridad del puerto aprobó ayer el plan de las obras del muelle nuevo.";
    private static final String GALICIAN = "A autoridade do porto aprobou onte o plan das obras do peirao novo.";

    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @Test
    void aSoundSentenceIsFit() {
        assertThat(score("en", "es", SOURCE, SOUND).fit()).isGreaterThan(0.55);
        assertThat(score(
                                "en",
                                "ru",
                                "The president of Ukraine arrived in Berlin on Monday for talks with the government.",
                                "Президент Украины прибыл в понедельник в Берлин на переговоры с правительством.")
                        .fit())
                .isGreaterThan(0.55);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "NUMBER_CHANGED | 340 personas | 390 personas",
                "NUMBER_CHANGED | el martes | el viernes",
                "OMISSION | no resultaron heridas cuando se derrumbó el puente cerca de Barcelona. | no",
                "REPETITION | el martes que | el martes que 340 personas el martes que 340 personas el martes que",
            })
    void aFaultIsSuspectedUnderItsName(FindingCode code, String sound, String faulty) {
        String target = SOUND.replace(sound, faulty);
        assertThat(target).isNotEqualTo(SOUND);
        SentenceScore score = score("en", "es", SOURCE, target);
        assertThat(score.fit()).isLessThan(0.5);
        assertThat(score.fault()).isGreaterThan(0.5);
        assertThat(score.suspicion()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Liman idaresi dün yeni rıhtımın inşaat planını onayladı.",
                "Geofysikere har oppdaget økt aktivitet på den nye kaien i havnen.",
                "항만 당국은 어제 새 부두 공사 계획을 승인했습니다.",
                "Управа порту вчора ухвалила план будівництва нового причалу.",
            })
    void betweenCloseLanguagesAThirdOneIsSuspected(String target) {
        assertThat(score("es", "gl", SPANISH, target).doubts().get(FindingCode.WRONG_LANGUAGE))
                .isGreaterThan(0.5);
        assertThat(score("es", "gl", SPANISH, GALICIAN).doubts().get(FindingCode.WRONG_LANGUAGE))
                .isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "La selección femenina ganó ayer la final del campeonato de Europa en Oslo ante 60.000 espectadores.",
                "The government said on Tuesday that 340 people were not injured when the bridge near Barcelona collapsed.",
                "Die Regierung sagte am Dienstag, dass 340 Menschen unverletzt blieben, als die Brücke bei Barcelona einstürzte.",
            })
    void anotherTextIsNotFit(String target) {
        assertThat(score("en", "es", SOURCE, target).fit()).isLessThan(0.4);
    }

    @Test
    void aNameThatIsAlwaysExchangedAlikeIsATranslation() {
        List<String> source = List.of(
                "Talks in Fooville", "They met in Fooville on Monday.", "In the evening they left for Fooville again.");
        List<String> target = List.of(
                "Conversaciones en Bartonia",
                "Se reunieron en Bartonia el lunes.",
                "Por la noche salieron otra vez hacia Bartonia.");
        assertThat(scores("en", "es", source, target))
                .allSatisfy(score -> assertThat(score.signals()).doesNotContainKey(Signal.NAME_EXCHANGED));
        assertThat(score("en", "es", source.get(1), target.get(1)).signals()).containsKey(Signal.NAME_EXCHANGED);
    }

    /** Sentences too short to be judged have none; the verdict is that of a review without scores. */
    @Test
    void anOpinionHasTheScoreOfEachSentenceByItsPlace() {
        String faithful = "El gobierno dijo el martes que 340 personas resultaron heridas al derrumbarse el puente.";
        Article original = Corpus.article("en", List.of("Bridge collapsed", SOURCE, SOURCE));
        Article article =
                Corpus.article("es", List.of("Se derrumbó un puente", faithful, "El mercado cierra a las seis."));
        Translation translation = Corpus.translation(original, article, Corpus.paired(original, article));
        Opinion opinion = CHECKS.judge(original, translation);
        assertThat(opinion.verdict()).isEqualTo(CHECKS.review(original, translation));
        assertThat(opinion.review().findings()).isEqualTo(opinion.verdict().findings());
        List<Integer> judged = IntStream.range(0, translation.sentences().size())
                .filter(i -> translation.sentences().get(i).source().equals(SOURCE))
                .boxed()
                .toList();
        assertThat(opinion.review().fits()).containsOnlyKeys(judged);
        assertThat(opinion.review().fit(judged.get(0)).orElseThrow())
                .isGreaterThan(opinion.review().fit(judged.get(1)).orElseThrow());
    }

    @Test
    void aPolicyIsReadAndItsNonsenseRefused() {
        Policy policy = Policy.read(
                List.of("hold-below all 0.3", "hold-below ca 0.5", "suspect-above 0.9", "witness-above 0.3"));
        assertThat(policy.editions()).isEqualTo(Map.of("all", 0.3, "ca", 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.read(List.of("hold-below ca 0.5")));
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.read(List.of("hold-below all 1.5")));
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.read(List.of("hold all")));
    }

    @Test
    void aSentenceThatTookAWayOfItsOwnIsJudgedAsThatWaysOwn() {
        Article original = Corpus.article("es", List.of("El plan del puerto", SPANISH));
        Article article = Corpus.article("gl", List.of("O plan do porto", GALICIAN));
        Translation good = new Translation(
                article,
                original.language(),
                by("Apertium", "es", "gl"),
                Instant.EPOCH,
                Corpus.paired(original, article));
        Translation unknown = new Translation(
                article,
                original.language(),
                good.route(),
                Instant.EPOCH,
                good.sentences().stream()
                        .map(pair -> pair.by(by("Another engine", "es", "gl")))
                        .toList());
        assertThat(CHECKS.scores(original, unknown).getLast().fit())
                .isLessThan(CHECKS.scores(original, good).getLast().fit());
    }

    @Test
    void aSentenceThatWasMadeForAnotherLanguageIsRejected() {
        Article original = Corpus.article("es", List.of("El plan del puerto", SPANISH));
        Article article = Corpus.article("gl", List.of("O plan do porto", GALICIAN));
        List<SentencePair> pairs = new ArrayList<>(Corpus.paired(original, article));
        Translation sound = Corpus.translation(original, article, pairs);
        assertThat(CHECKS.review(original, sound)).isNotInstanceOf(Verdict.Rejected.class);
        pairs.set(1, pairs.get(1).by(by("Apertium", "es", "pt")));
        assertThat(CHECKS.review(original, Corpus.translation(original, article, pairs)))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void anEngineThatDoesWorseBetweenTwoLanguagesMakesItsSentencesLessFit() {
        Adequacy adequacy = Adequacy.load();
        TextPair sentence = TextPair.of("en", "es", SOURCE, SOUND);
        double good = adequacy.of(by("Apertium", "es", "gl"), sentence, Map.of());
        double unknown = adequacy.of(by("Another engine", "es", "pt"), sentence, Map.of());
        double weak = adequacy.of(by("Apertium", "es", "fr"), sentence, Map.of());
        assertThat(List.of(weak, unknown, good)).isSorted().doesNotHaveDuplicates();
    }

    private static Route.Machine by(String engine, String from, String to) {
        return new Route.Machine(List.of(new Route.Leg(new LanguageTag(from), new LanguageTag(to), engine, "")));
    }

    @Test
    void longTextsAreScoredInTime() {
        String source = SOURCE.repeat(400);
        assertThat(scores("en", "es", List.of("Bridge collapsed", source), List.of("Se derrumbó un puente", source)))
                .hasSize(1);
    }

    private static SentenceScore score(String from, String to, String source, String target) {
        return scores(from, to, List.of(source), List.of(target)).getFirst();
    }

    private static List<SentenceScore> scores(String from, String to, List<String> source, List<String> target) {
        Article original = Corpus.article(from, source);
        Article article = Corpus.article(to, target);
        return CHECKS.scores(original, Corpus.translation(original, article, Corpus.paired(original, article)));
    }
}
