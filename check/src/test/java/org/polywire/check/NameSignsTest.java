package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;

class NameSignsTest {
    private static final Signals SIGNALS = new Signals(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource({
        "willoughby, uillouby",
        "kavanaugh, kavano",
        "chris, kris",
        "wade, ueid",
        "william, uilyam",
        "junqueras, zhunkeras",
        "halkett, galkett",
        "matt, mettom",
        "olympics, olimpiady",
        "ratajkowski, ratakovski",
        "hazard, azar",
        "alex, aleksom",
        "haifa, khaife",
        "montpellier, monpele"
    })
    void aNameKeepsItsSoundFromScriptToScript(String latin, String transliterated) {
        assertThat(Sounding.alike(latin, transliterated)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"willoughby, kavano", "jones, rangers", "palu, korea", "smith, ''"})
    void anotherNameSoundsOtherwise(String latin, String other) {
        assertThat(Sounding.alike(latin, other)).isFalse();
    }

    @Test
    void aNameThatCameWhereOneWentIsSeenInItsSlot() {
        Map<Signal, Double> swapped =
                signals("en", "es", "He met Peter Jones in Harlem.", "Se reunió con Peter Mandela en Harlem.");
        assertThat(swapped).containsKeys(Signal.NAME_EXCHANGED, Signal.NAME_SLOT);
        Map<Signal, Double> sound =
                signals("en", "es", "He met Peter Jones in Harlem.", "Se reunió con Peter Jones en Harlem.");
        assertThat(sound).doesNotContainKeys(Signal.NAME_ADDED, Signal.NAME_LOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The stop is that of a title, which gives the name no capital.
                "pt | es | Foi o que afirmou o Sr. Adams. | Es lo que comenta el señor Pittman.",
                // Names that mostly stand together have each other for counterparts in the lexicon.
                "es | en | Vive en Grayson Mews desde hace años. | He has lived in Evelyn Mews for years.",
                // Another sign of the zodiac.
                "es | en | Está en la constelación de Acuario. | It is in the constellation of Sagittarius.",
                // A small word sounds like the name by chance (predstavil, Borisov).
                "en | ru | The engineer Borisov presented the port. | Инженер Олегер представил порт.",
                // German gives every noun a capital, so that only its English word tells.
                "en | de | Then Erdogan travelled to Cologne. | Dann reiste Harlem nach Köln.",
            })
    void aNameThatWasExchangedForAnotherIsGone(String from, String to, String source, String swapped) {
        assertThat(signals(from, to, source, swapped)).containsKeys(Signal.NAME_LOST, Signal.NAME_ADDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | de | The American authorities said no. | Die amerikanischen Behörden sagten nein.",
                "de | en | Viele Kurden kamen. | Many Kurdish people came.",
                // Names that each language has its own words for.
                "en | cs | They lived in the Middle East. | Žili na Středním východě.",
                "cs | en | Mluvil ke křesťanským Koptům. | He spoke to Christian Copts.",
                "en | ru | They walked in the Summer Garden. | Они гуляли в Летнем саду.",
                "es | en | Está en la constelación de Acuario. | It is in the constellation of Aquarius.",
                "en | ru | He works with Matt Damon. | Он работает с Мэттом Дэймоном.",
                "en | es | She met Mr. Adams in Harlem. | Se reunió con el Sr. Adams en Harlem.",
                // One sound, two letters; and an exonym.
                "en | de | They came from Yugoslavia. | Sie kamen aus Jugoslawien.",
            })
    void aNameInTheFormOfTheOtherLanguageIsKept(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target)).doesNotContainKeys(Signal.NAME_LOST, Signal.NAME_ADDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // After an article a German noun that no lexicon knows is seldom a name.
                "en | de | They saw the fretwork. | Sie sahen die Laubsägerei.",
                // Languages translate the whole name of an institution or of a place.
                "es | en | La vista fue en el juzgado. | The hearing was in the Quillon Court.",
                "en | es | They crossed the ridge. | Cruzaron las Montañas Rocosillas.",
            })
    void aWordThatMayBeTranslatedIsHardlyAName(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target).getOrDefault(Signal.NAME_ADDED, 0.0))
                .isLessThan(0.35);
    }

    @Test
    void anInstitutionIsNoNameForWhichAnotherCame() {
        Map<Signal, Double> sound = signals(
                "de",
                "en",
                "Die Behörde zeigte, wie Sims seine Brille verlor.",
                "Police officials showed how Sims lost his glasses at the Office.");
        assertThat(sound).doesNotContainKey(Signal.NAME_SLOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What no lexicon knows and is long is a compound in German.
                "en | de | The rain brings floods. | Der Regen bringt Jahrhundertfluten.",
                // The English word for it tells what has a capital for its dignity.
                "en | uk | They met there yesterday. | Вони зустрілися вчора в Міністерстві.",
            })
    void aWordThatMayBeAnInstitutionOrACompoundIsNone(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target).getOrDefault(Signal.NAME_ADDED, 0.0))
                .isLessThanOrEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "italy, en, true",
        "russians, en, true",
        "greek, en, true",
        "asian, en, true",
        "italia, es, true",
        "martin, en, false",
        "christopher, en, false",
        "sanders, en, false"
    })
    void aCountryOrItsPeopleIsKnownByTheWholeWord(String word, String language, boolean known) {
        assertThat(Places.isOneOrItsPeople(word, language)).isEqualTo(known);
    }

    @Test
    void aCountryThatTheTranslationAddsIsLessStrangeThanAName() {
        assertThat(signals("de", "en", "Er spielt am Abend.", "He plays in Italy tonight."))
                .containsEntry(Signal.NAME_ADDED, 0.5);
        assertThat(signals("de", "en", "Er spielt am Abend.", "He plays in Halkett tonight."))
                .containsEntry(Signal.NAME_ADDED, 1.0);
    }

    @Test
    void aNameThatStandsElsewhereInTheArticleIsNotStrange() {
        List<SentencePair> article = List.of(
                pair("Willoughby leaves the company", "Willoughby deja la empresa"),
                pair("She announced it on Sunday.", "La presentadora Willoughby lo anunció el domingo."));
        assertThat(SIGNALS.of("en", "es", article).get(1)).doesNotContainKey(Signal.NAME_ADDED);
        assertThat(SIGNALS.of("en", "es", article.subList(1, 2)).getFirst()).containsKey(Signal.NAME_ADDED);
    }

    @Test
    void aWordThatIsAlsoWrittenSmallIsNoName() {
        List<SentencePair> article = List.of(
                pair("The assembly met.", "Se reunió la asamblea."),
                pair("They left at noon.", "Los de la Asamblea se fueron a mediodía."));
        assertThat(SIGNALS.of("en", "es", article).get(1)).doesNotContainKey(Signal.NAME_ADDED);
    }

    @Test
    void ofANameThatStandsTwiceOneCopyIsMissed() {
        String source = "David Johnson, the son of Father Johnson, called it the bells of the poor.";
        Map<Signal, Double> swapped = signals(
                "en",
                "es",
                source,
                "David Halkett, el hijo del padre Johnson, las llamaba las campanas de los pobres.");
        assertThat(swapped).containsKeys(Signal.NAME_LOST, Signal.NAME_ADDED, Signal.NAME_EXCHANGED);
        Map<Signal, Double> sound = signals(
                "en",
                "es",
                source,
                "David Johnson, el hijo del padre Johnson, las llamaba las campanas de los pobres.");
        assertThat(sound).doesNotContainKeys(Signal.NAME_LOST, Signal.NAME_ADDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le diocèse épiscopale a vendu la maison. | It was sold by the Episcopal diocese.",
                "de | Viele Deutschtürken kamen am Abend. | In the evening many German Turks came.",
                "es | Muchos afroamericanos llegaron ayer. | Yesterday many Americans came.",
                "ru | Вечером в город приехали арабы. | In the evening the Arabs came to the city.",
            })
    void aCapitalThatOnlyTheOtherLanguageGivesMakesNoStrangeName(String from, String source, String target) {
        assertThat(signals(from, "en", source, target)).doesNotContainKey(Signal.NAME_ADDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | The volcano sits 45 miles (72 kilometers) off. | El volcán está a 72 kilómetros.",
                "ru | The church was built a decade later. | Церковь построили на 10 лет позже.",
                "de | It brings 3 to 6 inches and up to 10 inches. | Es fallen 7,5 bis 15 und bis zu 25 Zentimeter.",
                "de | They get 1 to 2 inches and up to 4 inches. | Dort fallen 2,5 bis 5 und bis zu 10 Zentimeter.",
                "de | The hat has a two-foot wide brim. | Der Hut hat einen 60 Zentimeter breiten Rand.",
                "fr | It could reach 80 degrees on Tuesday. | Il pourrait faire 26 degrés mardi.",
                "fr | It was a war of the 19th century. | Ce fut une guerre du XIXe siècle.",
                "da | They paid 11 million pounds. | De betalte 11 millioner pund.",
                "es | There was 1 to 4 inches of rain. | Cayeron entre 2 y 10 centímetros de lluvia.",
                "es | About 30 miles away it rained for 20 days. | A unos 48 kilómetros llovió durante 20 días.",
                "ru | It helped nearly 649 million people. | Это помогло почти 649 миллионам человек.",
            })
    void anAmountInAnotherUnitIsTheSame(String to, String source, String target) {
        assertThat(signals("en", to, source, target)).doesNotContainKeys(NUMBERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The volcano sits 45 miles (72 kilometers) off. | El volcán está a 90 kilómetros.",
                "The volcano sits 45 miles (72 kilometers) off. | El volcán está a 45 millas (77 kilómetros).",
                "About 30 miles away it rained for 20 days. | A unos 48 kilómetros llovió durante 25 días.",
                "It opens on 12/31/2026. | Abre el 31.11.2026.",
                "It opens on 2026-12-31. | Abre el 2026-11-31.",
                "They get 3 to 6 inches and up to 10 inches. | Caen de 7,5 a 19 y hasta 25 centímetros.",
                "Thousands of people walked 10 kilometers. | Miles de personas caminaron 16 kilómetros.",
            })
    void anotherAmountIsNoConversion(String source, String target) {
        assertThat(signals("en", "es", source, target))
                .containsAnyOf(Map.entry(Signal.NUMBER_EXCHANGED, 1.0), Map.entry(Signal.NUMBER_ADDED, 1.0));
    }

    /** As {@code translation.local-numbers} has them written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | es | It cost 1,234.5 dollars on 12/31/2026. | Costó 1.234,5 dólares el 31/12/2026.",
                "en | de | It cost 1,234.5 dollars on 12/31/2026. | Am 31.12.2026 kostete es 1.234,5 Dollar.",
                "en | sv | It opens on 12/31/2026. | Det öppnar 2026-12-31.",
                "es | en | Costó 12,5 euros el 31/12/2026. | It cost 12.5 euros on 12/31/2026.",
                "en | fr | It cost 1,234.5 dollars. | Cela coûtait 1\u202f234,5 dollars.",
            })
    void anAmountAsOtherReadersWriteItIsTheSame(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target)).doesNotContainKeys(NUMBERS);
    }

    private static final Signal[] NUMBERS = {
        Signal.NUMBER_EXCHANGED, Signal.NUMBER_LOST, Signal.NUMBER_ADDED, Signal.NUMBER_WORD
    };

    @Test
    void aForeignQuotationThatStaysIsNoCopy() {
        Map<Signal, Double> kept = signals(
                "en", "es", "Il faut bien le faire pour tout le monde.", "Il faut bien le faire pour tout le monde.");
        assertThat(kept).doesNotContainKeys(Signal.COPIED, Signal.FOREIGN);
    }

    /** As many denials as before, but of another thing: the government came, the king did not. */
    @Test
    void aDenialThatWentOverToAnotherThingIsSeen() {
        String source =
                "The minister did not resign on Monday, and the parliament debated the budget of the schools until the evening.";
        String sound =
                "El ministro no dimitió el lunes, y el parlamento debatió el presupuesto de las escuelas hasta la tarde.";
        String moved =
                "El ministro dimitió el lunes, y el parlamento debatió el presupuesto de las escuelas, no hasta la tarde.";
        assertThat(signals("en", "es", source, sound)).doesNotContainKeys(Signal.NEGATION_GONE, Signal.NEGATION_COME);
        assertThat(signals("en", "es", source, moved)).containsKey(Signal.NEGATION_GONE);
    }

    @Test
    void aDenialIsMissedAtTheWordsThatStandForThoseBesideIt() {
        Map<Signal, Double> dropped = signals(
                "en",
                "es",
                "The president did not visit the hospital on Monday, but he spoke to the doctors.",
                "El presidente visitó el hospital el lunes, pero habló con los médicos.");
        assertThat(dropped).containsKeys(Signal.NEGATION_LOST, Signal.NEGATION_BARE);
    }

    @Test
    void aWordThatMayDenyStandsForADenialBesideItsPlaceAlone() {
        String source =
                "The president did not visit the hospital on Monday, but the minister failed to answer the doctors of the city.";
        Map<Signal, Double> dropped = signals(
                "en",
                "es",
                source.replace("failed to answer", "answered"),
                "El presidente visitó el hospital el lunes, pero el ministro, según los médicos de la ciudad, rechazó hablar.");
        Map<Signal, Double> sound = signals(
                "en",
                "es",
                "The president did not visit the hospital on Monday.",
                "El presidente rechazó visitar el hospital el lunes.");
        assertThat(dropped).containsKey(Signal.NEGATION_OPEN);
        assertThat(sound).doesNotContainKey(Signal.NEGATION_OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // “Without” is still there, but the sentence has lost its “not”.
                "en | es | They would not have the votes without him. | Tendrían los votos sin él.",
                // kunne holds no word of denial, though it begins like one.
                "nb | da | Vi vil ikke kommentere saken. | Vi kunne kommentere sagen.",
                // The phrase “o no” denies nothing, but eso no is none.
                "en | es | He is sure that it did not happen. | Está seguro de que eso sucedió.",
                // Nothing before the comma licenses the nobody after it.
                "es | en | Quiso impedir que entraran, pero nadie lo vio. | He wanted to prevent them from entering, but somebody saw him.",
            })
    void aDenialThatIsGoneIsSeen(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target)).containsKey(Signal.NEGATION_LOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | es | He is sure that it did not happen. | Está seguro de que eso no sucedió.",
                "en | es | It would be ill advised to go on foot. | No se recomienda ir a pie.",
                "en | es | She keeps saying it. | No deja de decirlo.",
                "es | ca | Votan sobre si va a cambiar. | Voten si volen o no canviar.",
                "pt | es | São proibidas as entradas. | Nadie puede entrar.",
                "en | ru | Flooding is possible. | Не исключается наводнение.",
                // What goes with “without” denies nothing by itself, but for what stands after a comma.
                "ca | es | Oferirà el servei sense cap cost. | Ofrecerá el servicio sin ningún coste.",
                "ca | pt | Oferirà el servei sense cap cost. | Oferecerá o serviço sem nenhum custo.",
                "en | es | They live without light or water. | Viven sin luz ni agua.",
                "en | ru | They left without any doubts. | Они ушли без никаких сомнений.",
                "en | es | Without him, nobody would win. | Sin él, nadie ganaría.",
                // Nor does what goes with a verb of hindering or a comparison.
                "en | es | They locked it up to prevent it attacking anyone else. | Lo encerraron para impedir que atacase a nadie más.",
                "en | fr | It is higher than ever. | C'est plus haut que jamais.",
                // несколько and безопасность only begin like words that deny, unclear does deny.
                "en | de | It is unclear whether he came. | Es ist nicht klar, ob er kam.",
                "en | ru | For security reasons police blocked several streets. | Из соображений безопасности полиция не открыла несколько улиц.",
                "en | da | Nevertheless he came. | Ikke desto mindre kom han.",
                // A step (pas) is none, nobody is one, and being the only one is said with and without.
                "en | fr | It was a big step toward peace. | C'était un grand pas vers la paix.",
                "en | fr | Nobody could believe it. | Personne ne pouvait le croire.",
                "en | de | No, that was bad. | Nein, das war schlecht.",
                "en | es | And that is not just my experience. | No soy el único que lo ha vivido.",
                "ru | en | Не имеющая выхода к морю страна надеется. | The landlocked country hopes.",
            })
    void aDenialThatIsSaidOtherwiseLeavesNoPlaceOpen(String from, String to, String source, String target) {
        assertThat(signals(from, to, source, target)).doesNotContainKey(Signal.NEGATION_OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | fr | This unfounded allegation is false. | Cette allégation non fondée est fausse. | 0",
                "nb | da | Jeg var ikke enig med presidenten i saken. | Jeg var uenig med præsidenten i sagen. | 0",
                "en | es | The president did not visit the old hospital of the town, which is unusual. | El presidente visitó el viejo hospital de la ciudad, que es poco común. | 1",
                "en | es | The president did not visit the hospital on Monday. | El presidente visitó el hospital el lunes. | 3",
            })
    void aWordThatMayDenyCountsMostForWhatIsDenied(String from, String to, String source, String target, double open) {
        assertThat(signals(from, to, source, target).getOrDefault(Signal.NEGATION_OPEN, 0.0))
                .isEqualTo(open);
    }

    private static Map<Signal, Double> signals(String from, String to, String source, String target) {
        return SIGNALS.of(from, to, List.of(pair(source, target))).getFirst();
    }

    private static SentencePair pair(String source, String target) {
        return new SentencePair(Place.BODY, source, target, List.of(), List.of());
    }
}
