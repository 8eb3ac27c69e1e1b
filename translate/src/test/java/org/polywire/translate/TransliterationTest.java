package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Translation;
import org.polywire.translate.TranslationOutcome.Translated;

class TransliterationTest {
    private static String written(String from, String to, String text) {
        List<Leaf<Mark>> leaves = Words.in(text).stream()
                .map(word -> new Leaf<Mark>(" ", word.of(text), List.of()))
                .toList();
        return Transliteration.between(new LanguageTag(from), new LanguageTag(to))
                .map(rules -> rules.in("— a " + text, leaves, new BitSet(), Set.of()))
                .orElse(leaves)
                .stream()
                .map(Leaf::text)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "ru, en, Щербакова, Shcherbakova",
        "ru, es, Игорь, Igor",
        "uk, en, Зеленський, Zelenskyy",
        "bg, de, Търново, Tŭrnovo",
        "sr, en, Ђоковић, Đoković",
        "mk, en, Заев, Zaev",
        "el, fr, Μητσοτάκης, Mitsotákis"
    })
    void aNameInCyrillicOrGreekIsWrittenInLatinLetters(String from, String to, String name, String latin) {
        assertThat(written(from, to, name)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, en, премьер",
        "ru, uk, Игорь",
        "ru, en, Google",
        "ar, en, محمد",
        "zh, en, 习近平",
        "en, ru, Smith",
        "ru, en, COVID-19"
    })
    void whatIsNoNameOrHasNoRulesStays(String from, String to, String word) {
        assertThat(written(from, to, word)).isEqualTo(word);
    }

    /** Words of the script that the source does not have are the engine's own. */
    @Test
    void aWordThatIsNotTheSourcesStays() {
        List<Leaf<Mark>> leaves = List.of(new Leaf<>("", "Петров", List.of()));
        Transliteration rules = Transliteration.between(new LanguageTag("ru"), new LanguageTag("en"))
                .orElseThrow();
        assertThat(rules.in("Сказал Иванов.", leaves, new BitSet(), Set.of())).isEqualTo(leaves);
    }

    /** It may be any word that the engine left, and in its own letters the checks see it. */
    @Test
    void theFirstWordOfASentenceStaysUnlessTheArticleHasItAsAName() {
        List<Leaf<Mark>> leaves = List.of(new Leaf<>("", "Премьер", List.of()));
        Transliteration rules = Transliteration.between(new LanguageTag("ru"), new LanguageTag("en"))
                .orElseThrow();
        assertThat(rules.in("Премьер пришёл.", leaves, new BitSet(), Set.of())).isEqualTo(leaves);
        assertThat(rules.in("Премьер пришёл.", leaves, new BitSet(), Set.of("Премьер")))
                .isNotEqualTo(leaves);
    }

    /** The engine knows no word: it leaves the name, and the address and the handle are not its business. */
    @Test
    void aNameIsTheSameThroughAnArticleAndHandlesAndAddressesStay() {
        ScriptedEngine engine = new ScriptedEngine().with(ScriptedEngine.pair("ru", "en", Fitness.NEWS, 60));
        engine.answering((passage, answer) -> new Answer.Sentences(
                passage.sentences().stream().map(TransliterationTest::copied).toList(), List.of()));
        try (Translator translator =
                new Translator(List.of(engine), LanguageIdentifier.load(), InstantSource.system())) {
            Article article = Papers.article(
                    "ru",
                    "Пишет Щербакова",
                    Papers.paragraph(Papers.text(
                            "Пишет Щербакова, она же @Щербакова, на https://пример.рф/Щербакова сегодня.")));
            Translation translation = ((Translated)
                            translator.translate(article, Papers.edition("en", Fitness.NEWS, true)))
                    .translation();
            assertThat(translation.article().headline()).isEqualTo("Пишет Shcherbakova");
            assertThat(translation.sentences().getLast().target())
                    .contains(" Shcherbakova,", "@Щербакова", "https://пример.рф/Щербакова");
            assertThat(translator.protection(article, translation).getLast().transliterated())
                    .contains("Щербакова → Shcherbakova");
        }
    }

    private static Answer.Sentence copied(List<Passage.Run> runs) {
        return new Answer.Sentence(runs.stream()
                .flatMap(run -> run.kept()
                        ? Stream.of(new Answer.Word(" ", run.fixed(), List.of(), Answer.Evidence.KEPT))
                        : Words.in(run.text()).stream()
                                .map(word ->
                                        new Answer.Word(" ", word.of(run.text()), List.of(), Answer.Evidence.UNKNOWN)))
                .toList());
    }
}
