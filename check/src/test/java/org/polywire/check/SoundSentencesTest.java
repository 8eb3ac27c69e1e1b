package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.FindingCode;

/** Sound sentences in the manner of those that engines made and that were held, and such beside them that are to be. */
class SoundSentencesTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // An address is the same in all languages, however many small words it has.
                "en | de | You will find the letter at http://example.org/news/men-health/cancer-screening-for-all | Sie finden den Brief unter http://example.org/news/men-health/cancer-screening-for-all",
                // After digits a hundred is a coin.
                "fr | en | Le pain coûte aujourd'hui 46 cents de plus. | Bread costs 46 cents more today.",
                "fr | en | La carte coûte souvent plus de cent dollars. | The card often costs more than 100 dollars.",
                "de | en | Der Staat zahlt den Bauern ca. 10 Mio. Euro im Jahr. | The state pays the farmers about 10 million euros a year.",
                // Peoples, for which each language has a word of its own.
                "cs | en | V minulém století odešly tisíce Norů hledat práci do Ameriky. | In the last century thousands of Norwegians left to look for work in America.",
                "en | cs | Most Swedes work in the north of the country today. | Většina Švédů pracuje dnes na severu země.",
                // What a word with two meanings does not mean here.
                "es | en | El peso de la deuda es de 5 millones de euros. | The burden of the debt is 5 million euros.",
                "en | fr | The book about the bank costs 20 dollars. | Le livre sur la banque coûte 20 dollars.",
                // Syllables that meet, and words that are said twice.
                "en | vi | The city grew fast last year. | Sự hình thành thành phố diễn ra nhanh vào năm ngoái.",
                "en | tr | He sometimes visits the old town. | Eski kasabayı zaman zaman ziyaret ediyor.",
                "en | hi | At least five people came from it. | उस से कम से कम पांच लोग आए।",
                "ko | en | 시위에 5백만 명이 참여했다고 경찰이 밝혔다. | Police said that 5 million people took part in the protest.",
                "fr | en | Deux cent mille personnes vivent dans la ville. | 200,000 people live in the town.",
                // Decades, and the rounds of a cup.
                "en | ru | Since the 50s the country has depended on foreign help. | С пятидесятых годов страна зависит от иностранной помощи.",
                "en | cs | In the early 60s he worked in a laboratory in the north. | Na počátku šedesátých let pracoval v laboratoři na severu.",
                "es | en | El equipo quiere llegar a octavos de final este año. | The team wants to reach the round of 16 this year.",
                // Words that languages share and write each in its way, and names from other letters.
                "en | es | They wait for the Federal Migration Service to answer the letter. | Esperan a que el Servicio Federal de Migración responda a la carta.",
                "de | en | Das sagte der Minister Umed Huschkadamow vor Journalisten. | That is what the minister Umed Hushkadamow said to journalists.",
                // A country in another case.
                "cs | en | Většina pracovníků žije dnes v Rusku nelegálně. | Most workers live in Russia illegally today.",
            })
    void whatIsRightlyOtherPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | en | Le pain coûte aujourd'hui 46 cents de plus. | Bread costs 64 cents more today. | NUMBER_CHANGED",
                "fr | en | Deux cent mille personnes vivent dans la ville. | 100,000 people live in the town. | NUMBER_CHANGED",
                // Two countries that look alike.
                "es | en | El Gobierno de China lo anunció ayer. | The government of Chile announced it yesterday. | NAME_CHANGED",
                // Another number beside a unit of which it might be one.
                "en | es | The wall is 6 feet high and 30 people built it. | El muro mide 1,83 metros y 15 personas lo construyeron. | NUMBER_CHANGED",
                "vi | en | Hơn 5 người không quá già đã đến. | More than 6 people came who were not too old. | NUMBER_CHANGED",
                // A surname that begins as an institution does.
                "en | es | Then Mourinho spoke at length about the team. | Luego Guardiola habló largamente del equipo. | NAME_CHANGED",
                // Two numbers, not twelve.
                "es | en | Había 12 niños en el puerto del norte. | There were ten children in the port of the north. | NUMBER_CHANGED",
                // A currency for another, where one of their names means other things as well.
                "es | en | La empresa vale 125 millones de libras. | The company is worth €125 million. | NUMBER_CHANGED",
                "en | fr | The port costs $10 million a year. | Le port coûte 10 millions de livres par an. | NUMBER_CHANGED",
                // The original says a word again, too, but not in an idiom.
                "en | es | It is the port the town wants to sell this year. | Es el puerto que que el pueblo quiere vender este año. | REPETITION",
                "en | de | In the last 8 years he has lived in the town. | In den letzten 9 Jahren hat er in der Stadt gelebt. | NUMBER_CHANGED",
                "de | en | Der Staat zahlt den Bauern ca. 10 Mio. Euro im Jahr. | The state pays the farmers about 10 billion euros a year. | NUMBER_CHANGED",
                "en | cs | In the early 60s he worked in a laboratory in the north. | Na počátku devadesátých let pracoval v laboratoři na severu. | NUMBER_CHANGED",
            })
    void whatIsWronglyOtherIsHeld(String from, String to, String source, String target, FindingCode code) {
        assertThat(held(from, to, source, target)).contains(code);
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }
}
