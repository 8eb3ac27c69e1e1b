package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void everyLanguageHasALineForTheSameEnglishWords(String language) {
        assertThat(english(language)).isEqualTo(english("es")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLineIsEnglishWordsAColonAndTheLanguagesWords(String language) {
        assertThat(lines(language)).isNotEmpty().allSatisfy(line -> {
            assertThat(line).matches("[A-Za-z' -]+:(?: [^,:;()]+(?:, [^,:;()]+)*)?");
            assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWordForPeaceIsTheLanguages(String language) {
        Dictionary dictionary = Dictionary.load(language);
        assertThat(dictionary.english(
                        Stems.of(peace(language), language).getFirst().key()))
                .contains("peace");
    }

    private static String peace(String language) {
        return switch (language) {
            case "ar" -> "السلام";
            case "cs" -> "mír";
            case "uk", "ru" -> "мир";
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
        "uk, міністра, ca, ministre",
        "cs, Vodnáře, en, Aquarius",
        "cs, Středního, en, Middle",
        "de, Ostblock, en, Bloc",
        "ru, Московского, en, Moscow",
        "en, Supreme, cs, Nejvyššího",
        "en, Phoenix, es, Fénix"
    })
    void wordsOfTwoLanguagesMeetInEnglish(String one, String word, String other, String counterpart) {
        assertThat(english(one, word)).containsAnyElementsOf(english(other, counterpart));
    }

    @ParameterizedTest
    @CsvSource({"de, Maas, en, Meuse", "es, Acuario, en, Sagittarius", "cs, Brno, de, Ostrau"})
    void namesOfTwoDoNotMeetInEnglish(String one, String name, String other, String stranger) {
        Dictionary dictionary = Dictionary.load(other);
        Set<String> strange =
                dictionary.english(Stems.of(stranger, other).getFirst().key());
        assertThat(strange).isNotEmpty();
        assertThat(Dictionary.load(one).english(Stems.of(name, one).getFirst().key()))
                .doesNotContainAnyElementsOf(strange);
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
    @CsvSource({
        "es, Marlon",
        "ru, Земан",
        "de, Müller",
        "de, Lauterbach",
        "de, Weber",
        "de, Wagenknecht",
        "nl, Pistorius",
        "es, Montoro"
    })
    void ofANameThatBeginsLikeAWordTheDictionarySaysNothing(String language, String name) {
        assertThat(Lexicon.EMPTY
                        .completed(language)
                        .ofName(Stems.of(name, language).getFirst()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"de, Norwegen, Ungarn", "ar, النرويج, السويد", "zh, 挪威, 匈牙利", "es, Noruega, Hungría"})
    void whatIsKnownOfPlacesGoesBeforeTheDictionary(String language, String one, String other) {
        Lexicon lexicon = Lexicon.EMPTY.completed(language);
        assertThat(List.of(one, other))
                .allSatisfy(place -> assertThat(
                                lexicon.get(Stems.of(place, language).getFirst().key()))
                        .satisfies(entry -> assertThat(entry.capital()).isEqualTo(1))
                        .satisfies(entry -> assertThat(entry.kept()).isEqualTo(0.85)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aWordThatDeniesStandsForNoneThatDoesNot(String language) {
        Set<String> denials = Lists.sets("negation.txt").getOrDefault(language, Set.of());
        assertThat(lines(language))
                .filteredOn(line -> !DENYING.contains(line.substring(0, line.indexOf(':'))))
                .allSatisfy(line -> assertThat(List.of(
                                line.substring(line.indexOf(':') + 1).strip().split(", ")))
                        .doesNotContainAnyElementsOf(denials));
    }

    private static final Set<String> DENYING =
            Set.of("no", "not", "never", "none", "nobody", "nothing", "nor", "neither", "without", "nowhere", "cannot");

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsNotSoSharesNoWordWithWhatIsSo(String language) {
        Map<String, Set<String>> words = lines(language).stream()
                .map(line -> line.toLowerCase(Locale.ROOT).split(":", -1))
                .collect(Collectors.toMap(
                        line -> line[0],
                        line -> Stream.of(line[1].strip().split(", ", -1))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.toSet()),
                        (first, same) -> first));
        assertThat(words.entrySet()).allSatisfy(entry -> {
            Matcher negated = Pattern.compile("(?:un|in|im|il|ir|non|dis)(\\p{L}{3,})|(\\p{L}{3,})less")
                    .matcher(entry.getKey());
            if (negated.matches() && !entry.getKey().startsWith("immigra")) {
                String base = negated.group(1) == null ? negated.group(2) : negated.group(1);
                assertThat(entry.getValue()).doesNotContainAnyElementsOf(words.getOrDefault(base, Set.of("")));
            }
        });
    }

    @Test
    void aWordThatStandsForVeryManySaysNothing() {
        Stream<String> lines = IntStream.rangeClosed('a', 'm').mapToObj(letter -> "word" + (char) letter + ": công");
        Dictionary dictionary =
                Dictionary.read(Stream.concat(lines.map(line -> line.substring(4)), Stream.of("peace: hòa")), "vi");
        assertThat(dictionary.english("công")).isEmpty();
        assertThat(dictionary.english("hòa")).containsExactly("peace");
    }

    @Test
    void ofAWordThatStandsForVeryManyOnlyWhatNamesSayStays() {
        Stream<String> many = IntStream.rangeClosed('a', 'm').mapToObj(letter -> "%c: střed".formatted((char) letter));
        Stream<String> names =
                Stream.of("Middle East: Střední, východ", "middle: střední", "Mediterranean: středomořský");
        assertThat(Dictionary.read(Stream.concat(many, names), "cs").english("stred"))
                .containsExactlyInAnyOrder("middl", "medit");
    }

    private static List<String> english(String language) {
        return lines(language).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static List<String> lines(String language) {
        return Lists.lines("dictionary/" + language + ".txt").toList();
    }

    @Test
    void howRareTheEnglishWordsOfAWordAreIsReckonedForTheWholeLexicon() {
        Lexicon english = Lexicon.read(Stream.of("sea 200 50 0 sea"));
        Lexicon spanish = Lexicon.read(Stream.of("mar 100 50 0 sea ocean"));
        assertThat(spanish.beside(english).get("mar"))
                .extracting(Lexicon.Entry::absent)
                .isEqualTo((1 - 0.02) * (1 - 0.001));
        assertThat(spanish.get("mar")).extracting(Lexicon.Entry::absent).isEqualTo(Double.NaN);
    }
}
