package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.extract.Phrases.Group;

class PhrasesTest {
    private static final Phrases PHRASES = Phrases.load();

    @ParameterizedTest
    @CsvSource({
        "Back to top button, TOP",
        "'For the latest news from the harbour, sign up for our newsletters.', NEWSLETTER",
        "'[Want the news of the harbour delivered right to your inbox? Create an account.]', NEWSLETTER",
        "Our journalism needs your support., PAYWALL",
        "Not a subscriber? Then head on over here., PAYWALL",
        "Get in touch with our news team., FOLLOW",
        "'For more stories like this, check our news page.', FOLLOW",
        "Listen wherever you get your podcasts., FOLLOW",
        "Volver arriba, TOP",
        "Torna a dalt, TOP",
        "Volver ao inicio, TOP",
        "Retour en haut, TOP",
        "العودة إلى الأعلى, TOP",
        "חזרה למעלה, TOP",
        "返回顶部, TOP",
        "ページトップへ, TOP",
        "Voltar ao topo, TOP",
        "Lea también: El puerto, RELATED",
        "Leia também, RELATED",
        "Lire aussi : Le port, RELATED",
        "اقرأ أيضا: الميناء, RELATED",
        "Читайте также: Порт, RELATED",
        "関連記事, RELATED",
        "यह भी पढ़ें: बंदरगाह, RELATED",
        "بیشتر بخوانید: بندر, RELATED",
        "Suscríbete a nuestro boletín, NEWSLETTER",
        "Publicidad, AD",
        "Anzeige, AD",
        "إعلان, AD",
        "Partager, SHARE",
        "Lue myös: Satama, RELATED",
        "Citește și: Portul, RELATED",
        "Čtěte také: Přístav, RELATED",
        "Olvassa el ezt is: A kikötő, RELATED",
        "Διαβάστε επίσης: Το λιμάνι, RELATED",
        "Tilaa uutiskirje ilmaiseksi, NEWSLETTER",
        "Publicitate, AD",
        "Reklama, AD",
        "Hirdetés, AD",
        "Διαφήμιση, AD",
        "३ घंटे पहले, STAMP",
        "۱۲ نظر, SHARE"
    })
    void furnitureIsKnownInItsLanguage(String text, Group group) {
        assertThat(PHRASES.ofBlock(text)).contains(group);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For the latest ferries, sign up at the harbour.",
                "Our journalism class needs a teacher.",
                "Not a member of the council spoke.",
                "Contact our ancestors had with the sea was rare.",
                "For more stories of the sea, children wait all year.",
                "Publicidad engañosa: la multa fue de tres millones.",
                "إعلان الدولة الفلسطينية في الجزائر كان حدثا تاريخيا.",
                "Compartir la casa con sus padres es la única salida para muchos jóvenes.",
                "Reklamı izleyen milyonlarca kişi şarkıyı sevdi.",
                "Print newspapers lost a tenth of their readers.",
                "Reklama v televizi stojí víc než loni.",
                "Hirdetés nélkül a lap nem maradna fenn.",
                "Mainos suututti tuhansia katsojia Turussa."
            })
    void aSentenceThatBeginsLikeFurnitureIsNone(String text) {
        assertThat(PHRASES.ofBlock(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("liked")
    void whoAsksWhetherTheArticleWasLikedIsFurnitureAndWhoAsksOfABridgeIsNot(
            String language, String asks, String text) {
        assertThat(PHRASES.ofBlock(asks)).isPresent();
        assertThat(PHRASES.ofBlock(text)).isEmpty();
    }

    @Test
    void suchQuestionsAreKnownInEachLanguage() {
        assertThat(liked().map(each -> each[0])).containsExactlyElementsOf(Phrases.LANGUAGES);
    }

    private static Stream<String[]> liked() {
        return Pages.lines("liked.txt");
    }

    /** Wherever it stands: the words around each mention of translating are read, near or far from one another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 400, 5_000})
    void aPageThatSaysSomewhereThatItIsAMachineTranslationIsTold(int words) {
        String text = "Her novels are translated into Greek. " + "The ferry waits. ".repeat(words);
        assertThat(PHRASES.machineNotices().in(text)).isEmpty();
        assertThat(PHRASES.machineNotices().in(text + "This article was automatically translated. " + text))
                .isEqualTo("This article was automatically translated");
    }
}
