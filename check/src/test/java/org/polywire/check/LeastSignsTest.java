package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks look for the least sign of a thing before they look for it: it stands wherever the thing does. */
class LeastSignsTest {
    private static final Currencies CURRENCIES = Currencies.load();
    private static final Negations NEGATIONS = Negations.load(Likeness.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | es | It cost 5 dollars. | Costó 5 EUROS. | 1",
                "en | es | It cost $5. | Costó 5€. | 1",
                "en | ar | It cost 5 dollars. | كلف 5 باليورو. | 1",
                "en | zh | It cost 5 euros. | 它花了5美元。 | 1",
                "en | es | It cost 5 dollars. | Costó 5 dólares. | 0",
                "en | es | It cost 5 dollars. | Las cosas tienen bien su precio. | 0",
            })
    void aCurrencyIsFoundWhereItsWordBeginsOrItsSignStandsAndInNoOtherWord(
            String from, String to, String source, String target, int exchanged) {
        assertThat(CURRENCIES.difference(TextPair.of(from, to, source, target))).isEqualTo(exchanged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | They don't come. | 1",
                "en | They don’t come. | 1",
                "en | They cannot come. | 1",
                "en | NOBODY comes. | 1",
                "en | They know another note. | 0",
                "es | Sin embargo vienen. | 0",
                "es | Sin embargo no vienen. | 1",
                "fr | Personne ne vient. | 1",
                "tr | Bakan gelmedi. | 1",
                "ja | 大臣は来なかった。 | 1",
            })
    void aDenialIsFoundBesidePhrasesThatDenyNothing(String language, String text, int denials) {
        assertThat(NEGATIONS.clear(new Text(text, language))).hasSize(denials);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He left. She came. | 1",
                "He said: \"I left.\" She came. | 1",
                "他走了。她来了。 | 1",
                "It rose by 1.5 in the U.S.A. | 0",
                "He left. | 0",
            })
    void aSentenceEndsWithinATextAtAStopThatIsNoneOfANumber(String text, int ends) {
        assertThat(Endings.within(text)).isEqualTo(ends);
    }

    @Test
    void howNumbersDifferIsFoundOnce() {
        TextPair texts = TextPair.of("en", "es", "5 came.", "Vinieron 6.");
        assertThat(texts.numbers()).isSameAs(texts.numbers());
        assertThat(texts.numbers().missing()).extracting(Amount::shown).containsExactly("5");
    }
}
