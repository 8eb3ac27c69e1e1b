package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polywire.app.CommandLineTest.Answer;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Apertium;
import tools.jackson.databind.json.JsonMapper;

class EnginesCommandTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");

    @BeforeAll
    static void needsApertium() {
        try (Apertium apertium = Apertium.installed()) {
            assumeTrue(
                    apertium.pairs().stream().anyMatch(pair -> pair.from().equals(SPANISH)),
                    "no pair from Spanish is installed");
        }
    }

    @Test
    void pairsAreListedByTheirLanguages() {
        List<String> pairs = JsonMapper.shared()
                .readTree(CommandLineTest.run("engines", "--json").out())
                .valueStream()
                .map(pair ->
                        pair.path("from").asString() + " " + pair.path("to").asString())
                .toList();
        assertThat(pairs).isSorted().isNotEmpty();
    }

    @Test
    void pairsAreFoundByCodesOfThreeLettersToo() {
        assertThat(CommandLineTest.run("engines", "--from", "spa"))
                .isEqualTo(CommandLineTest.run("engines", "--from", "es"))
                .extracting(Answer::out)
                .asString()
                .contains("Apertium");
    }

    @Test
    void whatIsNotThereIsSaidInPlainWords() {
        assertThat(CommandLineTest.run("engines", "--to", "q!").err())
                .isEqualTo("This is not a language tag: q!. Write one such as ca or pt-BR.\n");
        assertThat(CommandLineTest.run("engines", "--from", "tlh").out()).isEqualTo("No engine translates from tlh.\n");
    }
}
