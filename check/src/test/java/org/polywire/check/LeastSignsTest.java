package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Finding;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Unit;

/** Checks look for the least sign of a thing before they look for it: it stands wherever the thing does. */
class LeastSignsTest {
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
        assertThat(TextPair.of(from, to, source, target).currencies().count()).isEqualTo(exchanged);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a {{b",
                "a}} b",
                "a [[b",
                "a]] b",
                "a ${b",
                "a ⟦b",
                "a⟧ b",
                "a &amp; b",
                "a &#39; b",
                "a <b>b",
                "a [t:1] b",
                "a XQZA b",
                "a [gallery] b",
                "a \uE000 b",
                "a \uF8FF b"
            })
    void whatWasLeftOverIsFoundWhicheverSignItHas(String text) {
        assertThat(findings(new Leftovers(), text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \uFFFD b",
                "a ï¿½ b",
                "ï»¿a",
                "a \u0001 b",
                "a \u000B b",
                "a \u007F b",
                "a \u0085 b",
                "a â€™ b",
                "a â€",
                "ðŸ˜€",
                "sÃ³lo",
                "Â© a",
                "Ð¿Ñ€ a",
                "Ø§Ù„ a"
            })
    void aCharacterThatWasReadWronglyIsFoundWhicheverItBeginsWith(String text) {
        assertThat(findings(new Encoding(), text)).isNotEmpty();
    }

    private static Stream<Finding> findings(UnitCheck check, String text) {
        LanguageTag language = new LanguageTag("es");
        Unit unit = new Unit(Place.BODY, Unit.Role.PARAGRAPH, Inlines.ofText("a b"));
        return check.review(new UnitPair(unit, language, language, Inlines.ofText(text), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 Helen met Martin. | 0 Helen vio a Martin. | false",
                "0 Helen's aunt met Martin. | 0 la tía de Helen vio a Martin. | false",
                "0 Helen met Martin. | 0 Helen vio a Carlos. | true",
                "0 Helen met Helen. | 0 Helen vio a Carlos. | true",
            })
    void aNameMayBeLackingWhereAWordWithACapitalStandsLessOften(String source, String target, boolean may) {
        assertThat(NameSigns.mayLack(TextPair.of("en", "es", source, target))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c d | x b c y | 2 | 3",
                "a b c d | b c x b c d | 3 | 6",
                "a b | b a b | 2 | 3",
                "a b | a x a b a | 2 | 4",
                "A b | A b | 1 | 2",
                "a | b | 0 | 0",
            })
    void theLongestRunOfTwoTextsIsThatWithTheMostWordsThatCount(String one, String other, int length, int end) {
        Runs.Shared run = Runs.longest(
                List.of(one.split(" ")),
                List.of(other.split(" ")),
                word -> word,
                word -> word.equals(word.toLowerCase(Locale.ROOT)));
        assertThat(run).isEqualTo(new Runs.Shared(length, end));
    }

    @Test
    void whichCurrenciesWereExchangedIsFoundOnce() {
        TextPair texts = TextPair.of("en", "es", "It cost $5.", "Costó 5€.");
        assertThat(texts.currencies()).isSameAs(texts.currencies());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It left the U.S. and the EU. | us, eu",
                "es | Salió de EE. UU. y de la OTAN. | us, nato",
                "ru | США и ООН | us, un",
                "es | Salió de Estados Unidos. | us",
                "es | La USAR y la EUSA | ",
            })
    void aShortFormIsFoundByItsFirstLetter(String language, String text, @Nullable String keys) {
        List<String> all = List.of("us", "eu", "nato", "un");
        assertThat(new Text(text, language).acronyms().stream().filter(all::contains))
                .containsExactlyInAnyOrder(keys == null ? new String[0] : keys.split(", "));
    }
}
