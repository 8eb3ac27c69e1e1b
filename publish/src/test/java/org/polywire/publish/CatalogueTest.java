package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.LanguageTag;

class CatalogueTest {
    private static final Map<String, String> ENGLISH = Catalogue.read("en");

    /** One at least of each category of each language: Arabic has six, and millions are a category of their own in Romance ones. */
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 3, 5, 10, 11, 21, 99, 100, 101, 102, 1_000, 1_000_000);

    static Stream<String> names() {
        return Catalogue.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCatalogueHasTheSameKeys(String name) {
        assertThat(Catalogue.read(name)).containsOnlyKeys(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noMessageIsEmptyOrLeftInEnglish(String name) {
        assertThat(Catalogue.read(name)).allSatisfy((key, message) -> {
            assertThat(message).as(key).isNotBlank().isEqualTo(message.strip());
            if (!name.equals("en") && message.replaceAll("\\{[a-z]+}", "").length() > 12) {
                assertThat(message).as(key).isNotEqualTo(ENGLISH.get(key));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMessageHasTheSlotsOfTheEnglishOne(String name) {
        assertThat(Catalogue.read(name))
                .allSatisfy((key, message) ->
                        assertThat(slots(message)).as(key).isEqualTo(slots(ENGLISH.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPluralHasTheFormsOfItsLanguage(String name) {
        Set<String> needed = PluralRules.forLocale(ULocale.forLanguageTag(name)).getKeywords();
        assertThat(plurals(name))
                .isNotEmpty()
                .allSatisfy((key, message) ->
                        assertThat(selectors(message)).as(key).containsExactlyInAnyOrderElementsOf(needed));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPluralIsOneInEveryLanguage(String name) {
        assertThat(plurals(name)).containsOnlyKeys(plurals("en").keySet());
    }

    /** The form that a reader sees is the one of CLDR's category, and says the number unless it has words for it. */
    @ParameterizedTest
    @MethodSource("names")
    void everyPluralIsSpokenForEveryNumber(String name) {
        Wording wording = new Wording(new LanguageTag(name));
        PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(name));
        NumberFormat figures = NumberFormat.getInstance(ULocale.forLanguageTag(name));
        plurals(name)
                .forEach((key, message) -> COUNTS.forEach(count -> {
                    String form = form(message, rules.select(count));
                    assertThat(wording.say(key, Map.of("count", count)))
                            .as("%s of %s", key, count)
                            .isEqualTo(form.replace("#", figures.format(count)))
                            .isNotBlank();
                    assertThat(form.contains("#") || count <= 2)
                            .as("%s of %s", key, count)
                            .isTrue();
                }));
    }

    private static Map<String, String> plurals(String name) {
        return Catalogue.read(name).entrySet().stream()
                .filter(entry -> entry.getValue().contains(", plural,"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What stands in a message's braces for a category, read without ICU. */
    private static String form(String message, String category) {
        Matcher found = Pattern.compile("\\b" + category + " \\{([^}]*)}").matcher(message);
        assertThat(found.find()).as("%s in %s", category, message).isTrue();
        return found.group(1);
    }

    /** A straight apostrophe would begin a quotation in an ICU message, and is not how any of these languages is set. */
    @ParameterizedTest
    @MethodSource("names")
    void noMessageHasAStraightApostrophe(String name) {
        assertThat(Catalogue.read(name).values()).noneMatch(message -> message.contains("'"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFileHasNoKeyTwice(String name) throws IOException {
        List<String> keys;
        try (Stream<String> lines =
                Files.lines(Path.of("src/main/resources/org/polywire/publish/words", name + ".properties"))) {
            keys = lines.map(line -> line.split("=", 2)[0]).toList();
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    /** Keys are made of letters and dots; in code and templates they stand as literals, save for the parts of "how this is made". */
    @Test
    void everyMessageIsUsed() throws IOException {
        Set<String> literals = new TreeSet<>();
        Pattern literal = Pattern.compile("\"([a-z.]+)\"");
        for (Path file : sources()) {
            Matcher matcher = literal.matcher(Files.readString(file));
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> !key.matches("about\\.[a-z]+\\.(title|text)"))
                        .filter(key -> !literals.contains(key)))
                .isEmpty();
    }

    @Test
    void aLanguageWithoutWordsIsRefused() {
        assertThatThrownBy(() -> Catalogue.of(new LanguageTag("sw")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no words in sw")
                .hasMessageContaining("ca, de, en");
    }

    @Test
    void aRegionDoesNotMatterAndAScriptDoes() {
        assertThat(Catalogue.of(new LanguageTag("pt-BR"))).isEqualTo(Catalogue.read("pt"));
        assertThat(Catalogue.of(new LanguageTag("zh-SG"))).isEqualTo(Catalogue.read("zh-Hans"));
        assertThatThrownBy(() -> Catalogue.of(new LanguageTag("zh-Hant"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Catalogue.of(new LanguageTag("zh-TW"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Set<String> slots(String message) {
        return parts(message, MessagePattern.Part.Type.ARG_NAME);
    }

    private static Set<String> selectors(String message) {
        return parts(message, MessagePattern.Part.Type.ARG_SELECTOR);
    }

    private static Set<String> parts(String message, MessagePattern.Part.Type type) {
        MessagePattern pattern = new MessagePattern(message);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == type)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aLanguageIsNamedWithoutItsRegionButWithItsScript() {
        Wording catalan = new Wording(new LanguageTag("ca"));
        assertThat(catalan.nameOf(new LanguageTag("es-ES"))).isEqualTo("espanyol");
        assertThat(catalan.nameOf(new LanguageTag("pt-BR"))).isEqualTo("portuguès");
        assertThat(new Wording(new LanguageTag("en")).nameOf(new LanguageTag("zh-Hans-CN")))
                .isEqualTo("Chinese (Simplified)");
    }
}
