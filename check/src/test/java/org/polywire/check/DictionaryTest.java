package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DictionaryTest {
    static Stream<String> languages() {
        return Tongues.ALL.stream().filter(language -> !language.equals("en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasALineForTheSameEnglishWords(String language) throws IOException {
        assertThat(english(language)).isEqualTo(english("es")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLineIsEnglishWordsAColonAndTheLanguagesWords(String language) throws IOException {
        assertThat(lines(language)).isNotEmpty().allSatisfy(line -> {
            assertThat(line).matches("[A-Za-z' -]+:(?: [^,:;()]+(?:, [^,:;()]+)*)?");
            assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWordsAreOfTheLanguagesScript(String language) {
        Dictionary dictionary = Dictionary.load(language);
        assertThat(dictionary.english(
                        Stems.of(peace(language), language).getFirst().key()))
                .contains("peace");
    }

    private static String peace(String language) {
        return switch (language) {
            case "ar" -> "السلام";
            case "cs", "uk", "ru" -> language.equals("cs") ? "mír" : language.equals("uk") ? "мир" : "мир";
            case "ca" -> "pau";
            case "da", "nb", "nn" -> "fred";
            case "de" -> "Frieden";
            case "es", "gl" -> "paz";
            case "fa" -> "صلح";
            case "fr" -> "paix";
            case "he" -> "שלום";
            case "hi" -> "शांति";
            case "it" -> "pace";
            case "ja" -> "平和";
            case "ko" -> "평화";
            case "nl" -> "vrede";
            case "pt" -> "paz";
            case "sv" -> "fred";
            case "tr" -> "barış";
            case "vi" -> "hòa";
            case "zh" -> "和平";
            default -> throw new IllegalArgumentException(language);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "de, Oberst, es, coronel",
        "cs, pouště, fr, désert",
        "ru, Землю, en, Earth",
        "uk, міністра, ca, ministre"
    })
    void wordsOfTwoLanguagesMeetInEnglish(String one, String word, String other, String counterpart) {
        assertThat(english(one, word)).containsAnyElementsOf(english(other, counterpart));
    }

    private static List<String> english(String language, String word) {
        String key = Stems.of(word, language).getFirst().key();
        return Objects.requireNonNull(Lexicon.EMPTY.completed(language).get(key))
                .english();
    }

    @Test
    void whatWasLearnedGoesBeforeTheDictionary() {
        Lexicon learned = Lexicon.read(Stream.of("obers 7 50 90 super"));
        Lexicon.Entry entry = Objects.requireNonNull(learned.completed("de").get("obers"));
        assertThat(entry.english()).startsWith("super").contains("colon");
        assertThat(entry.kept()).isEqualTo(0.5);
    }

    @Test
    void ofAPhraseOnlyWordsThatAreNoneOfItsPartsSayAnythingNew() {
        Dictionary dictionary =
                Dictionary.read(Stream.of("Wailing Wall: Klagemauer, Mauer", "wall: Mauer, Wand"), "de");
        assertThat(dictionary.english("klage")).containsExactlyInAnyOrder("waili", "wall");
        assertThat(dictionary.english("mauer")).containsExactly("wall");
    }

    @ParameterizedTest
    @CsvSource({
        "es, mares, sea",
        "de, Zugs, train",
        "cs, Zemi, earth",
        "cs, Rudého, red",
        "ru, Землёй, earth",
        "uk, новою, new"
    })
    void aShortWordIsKnownInItsOtherForms(String language, String form, String english) {
        assertThat(english(language, form)).contains(english);
    }

    @ParameterizedTest
    @CsvSource({"es, Marlon", "ru, Земан", "de, Meeker"})
    void aNameThatBeginsLikeAShortWordIsNoFormOfIt(String language, String name) {
        assertThat(Lexicon.EMPTY
                        .completed(language)
                        .get(Stems.of(name, language).getFirst().key()))
                .isNull();
    }

    private static List<String> english(String language) throws IOException {
        return lines(language).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static List<String> lines(String language) throws IOException {
        try (InputStream in = Dictionary.class.getResourceAsStream("dictionary/" + language + ".txt")) {
            String text = new String(Objects.requireNonNull(in, language).readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(
                    text.lines().filter(line -> !line.startsWith("#")).toList());
        }
    }
}
