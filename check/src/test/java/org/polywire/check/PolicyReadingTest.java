package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.check.Policy.Remedy;
import org.polywire.check.PolicyReading.Accepted;
import org.polywire.check.PolicyReading.Problem;
import org.polywire.check.PolicyReading.Rejected;
import org.polywire.model.Finding.Severity;
import org.polywire.model.LanguageTag;

class PolicyReadingTest {
    private static Policy accepted(String text) {
        PolicyReading reading = PolicyReading.of(text.lines().toList());
        assertThat(reading).isInstanceOf(Accepted.class);
        return ((Accepted) reading).policy();
    }

    private static List<String> problems(PolicyReading reading) {
        assertThat(reading).isInstanceOf(Rejected.class);
        return ((Rejected) reading)
                .problems().stream().map(problem -> problem.in("policy.txt")).toList();
    }

    private static List<String> problems(String text) {
        return problems(PolicyReading.of(text.lines().toList()));
    }

    @Test
    void everyLineCounts() {
        assertThat(accepted("""
                        # What we ask.
                        hold-below all 0.3   # of most
                        hold-below ca\t0.5

                        suspect-above 0.9
                        sensitive-above 0.8
                        witness-above 0.25
                        glossary note
                        repair resegment 20
                        repair engine 2
                        repair quote 1
                        """))
                .isEqualTo(new Policy(
                        Map.of("all", 0.3, "ca", 0.5),
                        0.9,
                        0.8,
                        0.25,
                        Severity.NOTE,
                        Map.of(Remedy.RESEGMENT, 20, Remedy.ENGINE, 2, Remedy.QUOTE, 1)));
    }

    @Test
    void theTextThatAnOperatorBeginsWithIsThePolicyThatIsShipped() {
        assertThat(accepted(Policy.text())).isEqualTo(Policy.standard());
    }

    @Test
    void whatIsNotSaidIsNotAskedFor() {
        Policy policy = accepted("hold-below all 0");
        assertThat(policy.asksScores(policy.least(new LanguageTag("ca")))).isFalse();
        assertThat(policy.most(Remedy.RESEGMENT)).isZero();
        assertThat(accepted("hold-below all 0\nrepair off")).isEqualTo(policy);
    }

    @Test
    void aLineForAVariantGoesBeforeTheOneForItsLanguageAndThatBeforeTheOneForAll() {
        Policy policy = accepted("hold-below all 0.1\nhold-below pt 0.2\nhold-below PT-br 0.3");
        assertThat(List.of("pt-BR", "pt-PT", "pt", "zh-Hans"))
                .extracting(language -> policy.least(new LanguageTag(language)))
                .containsExactly(0.3, 0.2, 0.2, 0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "hold-below ca NaN → \"NaN\" is not a probability from 0 to 1, with a point as in 0.25. Write a probability from 0 to 1, with a point as in 0.25.",
                "hold-below ca 1.01 → \"1.01\" is not a probability from 0 to 1, with a point as in 0.25. Write a probability from 0 to 1, with a point as in 0.25.",
                "suspect-above -0.1 → \"-0.1\" is not a probability from 0 to 1, with a point as in 0.25. Write a probability from 0 to 1, with a point as in 0.25.",
                "witness-above 0,5 → \"0,5\" is not a probability from 0 to 1, with a point as in 0.25. Write a probability from 0 to 1, with a point as in 0.25.",
                "sensitive-above ٠.٥ → \"٠.٥\" is not a probability from 0 to 1, with a point as in 0.25. Write a probability from 0 to 1, with a point as in 0.25.",
                "hold-below ca → \"hold-below ca\" has not the words that it needs. Write it as in \"hold-below all 0.2\".",
                "hold-below 0.2 → \"hold-below 0.2\" has not the words that it needs. Write it as in \"hold-below all 0.2\".",
                "hold-below català 0.2 → there is no edition in \"català\". Write the language of an edition, or \"all\", or remove the line.",
                "hold-below all 0.4 → \"hold-below all\" was said before. Remove one of the two lines.",
                "glossary HOLD → \"HOLD\" is not one of: hold, note, reject. Write one of: hold, note, reject.",
                "repair everything 3 → \"everything\" is not one of: engine, quote, resegment. Write one of: engine, quote, resegment.",
                "repair resegment 21 → \"21\" is not a whole number from 1 to 20. Write a whole number from 1 to 20.",
                "repair resegment 0 → \"0\" is not a whole number from 1 to 20. Write a whole number from 1 to 20.",
                "repair all → \"repair all\" has not the words that it needs. Write it as in \"repair resegment 3\".",
                "hold → unknown line \"hold\". Lines begin with one of: glossary, hold-below, repair, sensitive-above, suspect-above, witness-above."
            })
    void eachMistakeIsNamedWithItsLineAndTheFix(String line, String problem) {
        assertThat(problems("# Ours.\nhold-below all 0.3\n" + line)).containsExactly("policy.txt:3: " + problem);
    }

    @Test
    void whatContradictsIsRefusedInEitherOrder() {
        assertThat(problems("hold-below all 0\nrepair off\nrepair resegment 3")).hasSize(1);
        assertThat(problems("hold-below all 0\nrepair resegment 3\nrepair off")).hasSize(1);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problems("hold-below all x\n\nwitness-above\nrepair resegment many"))
                .extracting(problem -> problem.substring(0, 13))
                .containsExactly("policy.txt:1:", "policy.txt:3:", "policy.txt:4:");
    }

    @Test
    void aPolicyMustSayWhatHoldsForAllEditions() {
        for (String text : List.of("", "hold-below ca 0.2")) {
            assertThat(problems(text)).singleElement().asString().contains("there is no line for all editions");
        }
    }

    @Test
    void aLineForAnEditionThatThereIsNotIsRefused() {
        Set<LanguageTag> editions = Set.of(new LanguageTag("ca"), new LanguageTag("pt-BR"));
        List<String> lines = List.of("hold-below all 0", "hold-below ca 0.1", "hold-below gl 0.1");
        assertThat(problems(PolicyReading.of(lines, editions::contains)))
                .containsExactly("policy.txt:3: there is no edition in \"gl\"."
                        + " Write the language of an edition, or \"all\", or remove the line.");
    }

    @Test
    void noPolicyHasANumberThatIsNone() {
        for (double nothing : List.of(Double.NaN, -0.1, 2.1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Policy(Map.of("all", nothing), 2, 2, 0, Severity.HOLD, Map.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Policy(Map.of("all", 0.0), nothing, 2, 0, Severity.HOLD, Map.of()));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Rejected(List.<Problem>of()));
    }
}
