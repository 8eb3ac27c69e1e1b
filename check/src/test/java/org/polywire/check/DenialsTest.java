package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.FindingCode;

/** What the whole of the checks says of sentences with denials, sound ones and such that lost theirs. */
class DenialsTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    private static final Negations NEGATIONS = Negations.load(Likeness.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What denies a little in one language and not in the list of the next.
                "en | de | These new rules are not without consequences for small farmers. | Diese neuen Regeln sind nicht ohne Folgen für kleine Bauern.",
                "es | en | No necesariamente, pero es un buen comienzo para todos. | Not necessarily, but it's a good start for everybody.",
                "en | es | But this does not necessarily mean that the road is closed. | Pero esto no significa necesariamente que la carretera esté cerrada.",
                "de | en | Der Besitzer bekam das Haus nicht umsonst: Er zahlte viel Geld. | The owner did not get the house for nothing: he paid a lot of money.",
                "es | en | Los jueces no han encontrado más que tres casos en diez años. | The judges have found no more than three cases in ten years.",
                "en | fr | This letter is nothing other than a threat to the mayor. | Cette lettre n'est rien d'autre qu'une menace pour le maire.",
                // Where two things stand side by side, one language denies each and the other both at once.
                "en | es | The tumour is not aggressive and does not endanger his life. | El tumor no es agresivo ni pone en peligro su vida.",
                "es | en | Decidirán quién debería o no ser tratado en el hospital. | They will decide who should or should not be treated in the hospital.",
                // Two words for “without”, each for one of two denials.
                "en | es | Many cafes have only kosher food, with no pork, seafood, fish with no scales, or dishes with milk. | Muchos cafés tienen solo comida kosher, sin carne de cerdo, mariscos, pescado sin escamas o platos con leche.",
                // Habits of speech: an “however” that has a “without”, “only” said with a denial, what nobody could
                // help.
                "en | es | For the time being, however, their research is inconclusive. | Por el momento, sin embargo, su investigación no es concluyente.",
                "es | en | Los blancos no representan más que el 46 % de los votantes. | Whites account for only 46% of the voters.",
                "en | es | The sea is warm and people swim in it all year round. | El mar es cálido y la gente nada en él todo el año.",
                // What denies nearly as openly.
                "en | es | They felt that they had failed to defend their plans. | Sentían que no habían defendido sus planes.",
                "en | cs | The critics say he failed to solve the problem of the city. | Kritici říkají, že nedokázal vyřešit problém města.",
                "en | fr | For the moment their research is inconclusive. | Pour le moment, leurs recherches ne sont pas concluantes.",
                // Wherever he goes.
                "en | ru | Wherever he went, everybody knew that he was a great player. | Куда бы он ни приезжал, все знали, что он великий игрок.",
                // A match without a winner, and minors.
                "fr | en | Le bon match nul de mardi est-il un tournant pour le club ? | Is the good draw of Tuesday a turning point for the club?",
                "cs | en | Podle zákona se zbraně neprodávají nezletilým. | According to the law weapons are not sold to minors.",
                "cs | en | Policie našla nelegální zbraně a neustále hledá další. | Police found illegal weapons and is constantly looking for more.",
            })
    void aDenialThatIsKeptInAnotherWayPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | de | The new rules do not necessarily help, and they do not please the farmers. | Die neuen Regeln helfen nicht unbedingt, und sie gefallen den Bauern.",
                // What denies a little is a denial.
                "es | en | El alcalde no siempre dice la verdad a los vecinos. | The mayor always tells the truth to the neighbours.",
                "de | en | Diese neuen Regeln sind nicht ohne Folgen für kleine Bauern. | These new rules are without consequences for small farmers.",
                // So far (пока) not, no more than before, and a not after an or, are denials, too.
                "ru | en | Число жертв аварии в городе пока не установлено. | The number of victims of the accident in the city has been established.",
                "es | en | El paro no subió más que en el año 2019. | Unemployment rose more than in the year 2019.",
                "en | es | The minister was ill or was not invited to the dinner. | El ministro estaba enfermo o fue invitado a la cena.",
                "fr | en | Nul autre candidat ne s'est présenté au congrès. | Another candidate presented himself at the congress.",
                "en | es | The reform did not help bring down prices in the city. | La reforma ayudó a bajar los precios en la ciudad.",
                "es | en | Nada en ella ha cambiado desde la guerra de 1994. | Everything about her has changed since the war of 1994.",
                "ru | en | Президент не мог не знать о встрече в городе. | The president could not have known of the meeting in the city.",
                "en | es | Iran did not confirm the date or place and did not attack the port. | Irán no confirmó la fecha o el lugar y atacó el puerto.",
                "en | es | You do not need a visa, or you must not enter the country. | No necesita visado, o debe entrar en el país.",
                "nl | en | De politie zei niet of de man niet gewapend was. | The police did not say whether the man was armed.",
                "en | es | Do not forget your passport at home on Monday. | Olvide su pasaporte en casa el lunes.",
                "fr | en | La police n'a pas pu s'empêcher de tirer. | The police were able to stop shooting.",
                "es | en | El portero no pudo evitar encajar un gol. | The goalkeeper managed to avoid conceding.",
                "cs | en | Peníze na stavbu nemocnice nechybí. | Money for building the hospital is missing.",
                "en | es | He was not far from the city when it burned down. | Estaba lejos de la ciudad cuando se quemó.",
                "en | es | The doctors could not help the wounded in the hospital. | Los médicos pudieron ayudar a los heridos en el hospital.",
                "ru | en | Его слова были не без пользы для города и его жителей. | His words were without use for the city and its people.",
                "en | es | The minister did not open the new hospital on Monday. | El ministro abrió el nuevo hospital el lunes.",
                "es | en | El alcalde no ha visto más que una casa y no ha firmado el contrato. | The mayor has seen only one house and has signed the contract.",
                "en | es | The mayor refused to leave the room and did not answer the letter. | El alcalde se negó a salir de la sala y respondió a la carta.",
                "en | cs | The minister does not speak with the press about the money. | Ministr mluví s tiskem o penězích.",
                "cs | en | Ministr dnes nemluví s tiskem o penězích. | The minister speaks with the press about the money today.",
            })
    void aDenialThatIsLostBesideOneThatNeedsNoAnswerIsHeld(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).containsExactly(FindingCode.NEGATION);
    }

    /** A short sentence, which no score is given, beside a longer one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | de | The court in the city heard five witnesses on Tuesday before the break. He is not guilty. | Das Gericht in der Stadt hörte am Dienstag vor der Pause fünf Zeugen. Er ist schuldig.",
                "es | gl | El ministro no dimitió y se negó a hablar con la prensa. | O ministro dimitiu e negouse a falar coa prensa."
            })
    void aLostDenialIsHeldWhateverTheScoresSay(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).containsExactly(FindingCode.NEGATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Verbs, but no adjectives, nouns or names that begin like them.
                "nemluví nepřišel nemůžeme nechtějí nezná nevím neplatí nebere nekoná nezačne nezíská neřekne nepřipouští nezaviní nedává nedělá nejezdí nedostává | 18",
                "nelegální nezletilým neustále nerostné nemocnici nevládní neděle nehoda nesli Netanjahu nemovitostí nemocí nezaměstnaností neznámá neurologie nepokoje nedávno nedostatek nejlepší nejistota | 0",
            })
    void whatBeginsLikeACzechDenialIsOneIfItIsAVerb(String text, int denials) {
        long verbs = Stream.of(text.split(" ", -1))
                .filter(word -> !NEGATIONS.clear(new Text(word, "cs")).isEmpty())
                .count();
        assertThat(verbs).isEqualTo(denials);
    }

    @Test
    @Timeout(20)
    void aTextOfDenialsOnlyIsReadInTimeThatGrowsWithIt() {
        String text = "it is not only so and it did not go and ".repeat(2_000);
        assertThat(NEGATIONS.idle(new Text(text, "en"))).isNotEmpty();
    }

    /** As many denials on both sides, of which half answer nothing: which of them goes with which is found in time that does not explode. */
    @Test
    @Timeout(20)
    void manyDenialsAreSetAgainstManyInBoundedTime() {
        String source = IntStream.range(0, 200).mapToObj(i -> "not w" + i).collect(Collectors.joining(" "));
        String target = "no a ".repeat(100) + "solo a ".repeat(100);
        assertThat(held("en", "es", source + ".", target + ".")).isNotNull();
    }

    @Test
    @Timeout(20)
    void manyLimitsBesideManyDenialsAreReadInTimeThatGrowsWithThem() {
        String source = "not ".repeat(4_000) + "only ".repeat(4_000);
        String lower = "no ".repeat(4_000) + "solo ".repeat(4_000);
        Limits.Side one = new Limits.Side(source, "en", () -> every(4, 4_000));
        Limits.Side other = new Limits.Side(lower, "es", () -> every(3, 4_000));
        assertThat(Limits.load().areExchanged(one, other)).isFalse();
    }

    private static List<Integer> every(int letters, int times) {
        return IntStream.range(0, times).mapToObj(i -> i * letters).toList();
    }

    @Test
    @Timeout(20)
    void marksBetweenTwoWordsAreReadInTimeThatGrowsWithThem() {
        String text = "He" + "'".repeat(50_000) + " left.";
        assertThat(held("en", "es", text, text.replace("He", "Él").replace("left", "salió")))
                .doesNotContain(FindingCode.FURNITURE);
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }
}
