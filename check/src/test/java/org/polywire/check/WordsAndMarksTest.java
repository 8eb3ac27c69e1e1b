package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;

/** Sentences of which one word or mark is wrong, each beside its sound translation. */
class WordsAndMarksTest {
    private final Checks checks = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A currency, by sign and by word, and where the word of one is part of another word.
                "NUMBER_CHANGED | de | en | Der Verein zahlt 125 Millionen britische Pfund. | The club is really paying £125m. | The club is really paying $125m.",
                "NUMBER_CHANGED | en | es | The European club paid 500 dollars. | El club europeo pagó 500 dólares. | El club europeo pagó 500 euros.",
                "NUMBER_CHANGED | en | ru | The club paid 500 pounds. | Клуб заплатил 500 фунтов. | Клуб заплатил 500 долларов.",
                "NUMBER_CHANGED | ar | en | دفع النادي 500 دولار. | The club paid $500. | The club paid €500.",
                "NUMBER_CHANGED | ja | en | クラブは500ドルを払った。 | The club paid $500. | The club paid €500.",
                // A denial that is lost between close languages, though another word of the sentence may deny.
                "NEGATION | en | fr | The inspector did not confirm the charge against the two brothers. | L'inspecteur n'a pas confirmé l'accusation contre les deux frères. | L'inspecteur a confirmé l'accusation contre les deux frères.",
                "NEGATION | es | ca | La inspectora de la policía local no confirma el disparo de Salinas. | La inspectora de la policia local no confirma el tret de Salinas. | La inspectora de la policia local confirma el tret de Salinas.",
                // A number in digits that nobody said, or that was left out, however free the wording.
                "NUMBER_CHANGED | es | ca | El informe no prevé ningún cierre durante los trabajos. | L'informe no preveu cap tancament durant els treballs. | L'informe no preveu cap tancament l'any 2031.",
                "NUMBER_CHANGED | en | es | The report, out on Monday, foresees no closure before 2031. | Según el documento del lunes, nada cerrará antes de 2031. | Según el documento del lunes, nada cerrará por ahora.",
                "NUMBER_CHANGED | de | en | Die Brücke war gestern gesperrt. | The bridge stayed closed all day yesterday. | The bridge stayed closed for 12 hours yesterday.",
                // A day and a night are 24 hours: not 36, nor 24 of anything else, and two of them are 48.
                "NUMBER_CHANGED | nb | da | Det regnet i ett døgn uten stans. | Det regnede i 24 timer uden ophold. | Det regnede i 36 timer uden ophold.",
                "NUMBER_CHANGED | nb | da | Det regnet i to døgn uten stans. | Det regnede i 48 timer uden ophold. | Det regnede i 24 timer uden ophold.",
                "NUMBER_CHANGED | sv | en | Det regnade i tre dygn utan uppehåll. | It rained for 72 hours without a break. | It rained for 24 hours without a break.",
                "NUMBER_CHANGED | ru | en | Дождь шёл трое суток без остановки. | It rained for 72 hours without a break. | It rained for 24 hours without a break.",
                "NUMBER_CHANGED | ru | uk | За сутки погибли 24 человека. | За добу загинули 24 людини. | За добу загинули люди.",
                "NUMBER_CHANGED | ru | uk | За сутки погибли люди. | За добу загинули люди. | За добу загинули 24 людини.",
                "NUMBER_CHANGED | sv | en | Polisen stoppade bilar under ett dygn. | The police stopped cars for a day. | The police stopped 24 cars in a day.",
                "NUMBER_CHANGED | en | uk | They sold 24 paintings of the baroque era. | Вони продали 24 картини доби бароко. | Вони продали картини доби бароко.",
                "NUMBER_CHANGED | en | es | The port was closed for 24 hours. | El puerto estuvo cerrado 24 horas. | El puerto estuvo cerrado 12 horas.",
                "NUMBER_CHANGED | en | ru | The port was closed for 24 hours. | Порт был закрыт в течение суток. | Порт был закрыт в течение 36 часов.",
                // A thousand, a billion and a half need no number, which another language gives, and are not others.
                "NUMBER_CHANGED | en | es | The strike drew 1,000 people. | La huelga reunió a mil personas. | La huelga reunió a 2.000 personas.",
                "NUMBER_CHANGED | es | en | Ahorraron mil millones de dólares. | They saved $1 billion. | They saved $3 billion.",
                "NUMBER_CHANGED | es | en | Ganó 2 millones y medio de euros. | He earned 2.5 million euros. | He earned 3.5 million euros.",
                "NUMBER_CHANGED | fr | en | J'ai investi 2 millions et demi. | I invested 2 and a half million. | I invested 2 million.",
                "NUMBER_CHANGED | ru | en | У меня нет 15-ти миллионов. | I do not have 15 million. | I do not have 16 million.",
                "NUMBER_CHANGED | cs | en | Na kampaň nemám 15 miliónů. | I do not have 15 million for the campaign. | I do not have 15 thousand for the campaign.",
                "NUMBER_CHANGED | en | cs | It began in the 19th century. | Začalo to v devatenáctém století. | Začalo to v osmnáctém století.",
                "NUMBER_CHANGED | en | de | It began in the 19th century. | Es begann im neunzehnten Jahrhundert. | Es begann im achtzehnten Jahrhundert.",
                // Six of anything are not eighteen, an hour of the morning is not one of the evening, and 6 minutes are
                // no hour of the day.
                "NUMBER_CHANGED | en | es | The fire killed 6 people. | El incendio mató a 6 personas. | El incendio mató a 18 personas.",
                "NUMBER_CHANGED | en | de | The fire killed 6 people at 3 p.m. | Um 15 Uhr tötete das Feuer 6 Menschen. | Um 15 Uhr tötete das Feuer 18 Menschen.",
                "NUMBER_CHANGED | en | de | The shop opens at 6 a.m. on Sundays. | Das Geschäft öffnet sonntags um 6 Uhr. | Das Geschäft öffnet sonntags um 18 Uhr.",
                "NUMBER_CHANGED | en | fr | The shop opens at 6:30 a.m. on Sundays. | Le magasin ouvre à 6 h 30 le dimanche. | Le magasin ouvre à 18 h 30 le dimanche.",
                "NUMBER_CHANGED | en | ca | The match lasted 3 hours. | El partit va durar 3 hores. | El partit va durar 15 hores.",
                "NUMBER_CHANGED | ja | en | 店は午前8時に開く。 | The shop opens at 8. | The shop opens at 20:00.",
                // Feet are named, but what changed is a percentage.
                "NUMBER_CHANGED | en | de | The football club sold 15.6 percent of its seats in the 300 metre hall. | Der Fußballverein verkaufte 15,6 Prozent seiner Plätze in der 300 Meter langen Halle. | Der Fußballverein verkaufte 16,1 Prozent seiner Plätze in der 300 Meter langen Halle.",
                "NUMBER_CHANGED | en | de | It happened about a mile away. | Es geschah etwa 1,6 Kilometer entfernt. | Es geschah etwa 7,5 Kilometer entfernt.",
                // A letter that no language puts into the name.
                "NAME_CHANGED | en | es | The churches of Harlem are closing. | Cierran las iglesias de Harlem. | Cierran las iglesias de Harlrm.",
                "NAME_CHANGED | en | fr | The mayor met Willoughby again. | Le maire a revu Willoughby. | Le maire a revu Wilroughby.",
                "REPETITION | en | es | Sharks live in California. | En California viven tiburones. | En California California viven tiburones.",
                "REPETITION | en | es | He said that he slept. | Dijo que dormía. | Dijo que que dormía.",
                // The next sentence may take up how one ends, and goes on after it.
                "REPETITION | es | ca | El museo abrirá en verano. En verano vendrán todos. | El museu obrirà a l'estiu. A l'estiu vindrà tothom. | El museu obrirà a l'estiu. A l'estiu. A l'estiu vindrà tothom.",
                "REPETITION | es | en | El museo abre en el verano. En el verano vendrán todos. | The museum opens in the summer; in the summer all will come. | The museum opens opens in the summer; in the summer all will come.",
                "REPETITION | de | en | Im Herbst reisen wir alle nach Baden-Baden. | In autumn we all travel to Baden-Baden. | In autumn we all travel to to Baden-Baden.",
                "REPETITION | en | es | It opens in the summer. Then all will come. | Abre en el verano. En el verano vendrán todos. | Abre en el verano. En el verano.",
                "SENTENCE_START_LOWER | es | ca | Un tiburón hiere a un niño. | Un tauró fereix un nen. | un tauró fereix un nen.",
                // Half of a quotation whose other half stands in another paragraph, or stands in single marks in the
                // original.
                "QUOTE_UNBALANCED | en | es | “We will stay here all night. | “Nos quedaremos aquí toda la noche. | Nos quedaremos aquí toda la noche.",
                "QUOTE_UNBALANCED | en | es | We will stay here,\" she said. | Nos quedaremos aquí”, dijo. | Nos quedaremos aquí, dijo.",
                "QUOTE_UNBALANCED | en | nl | “We will stay here all night. | ‘We blijven hier de hele nacht. | We blijven hier de hele nacht.",
                "QUOTE_UNBALANCED | en | nl | We will stay here,” she said. | We blijven hier’, zei ze. | We blijven hier, zei ze.",
                "QUOTE_UNBALANCED | nl | en | We blijven hier de hele ‘nacht’.’ | We will stay here all “night”.” | We will stay here all night.”",
                "QUOTE_UNBALANCED | nl | en | We noemen het ‘nacht’ en slapen. | We call it “night” and sleep. | We call it “night and sleep.",
                // A title that one of two papers marks, and a saying that lost its marks beside one; German nouns and
                // names
                // make no title of a saying, nor is it one for being the same in both languages.
                "QUOTE_COUNT | es | ca | Lee, autor de “El Poder de las Máquinas en China”, dijo que “las fábricas del puerto abrirán pronto”. | Lee, autor d'El Poder de les Màquines a la Xina, va dir que “les fàbriques del port obriran aviat”. | Lee, autor d'“El Poder de les Màquines a la Xina”, va dir que les fàbriques del port obriran aviat.",
                "QUOTE_COUNT | de | en | „Das ist ein Angriff auf die Demokratie“, sagte der Kanzler am Montag in Berlin. | “That is an attack on democracy,” the chancellor said in Berlin on Monday. | That is an attack on democracy, the chancellor said in Berlin on Monday.",
                "QUOTE_COUNT | es | pt | El ministro dijo que “fue Pérez y no fue Gómez” en la reunión del lunes. | O ministro disse que “foi Pérez e não foi Gómez” na reunião de segunda-feira. | O ministro disse que foi Pérez e não foi Gómez na reunião de segunda-feira.",
                "QUOTE_COUNT | es | pt | El ministro dijo que “Portugal es un país de futuro” en la reunión del lunes. | O ministro disse que “Portugal é um país de futuro” na reunião de segunda-feira. | O ministro disse que Portugal é um país de futuro na reunião de segunda-feira.",
                // A few words that stayed as they were, between close languages and others.
                "UNTRANSLATED | es | ca | El grupo calcula que los fondos garantizados llegarán pronto. | El grup calcula que els fons garantits arribaran aviat. | El grup calcula que los fondos garantizados llegarán pronto aviat.",
                "UNTRANSLATED | pt | es | A ponte está a ser reparada desde o outono passado. | El puente se está reparando desde el otoño pasado. | El puente está a ser reparada desde o outono pasado.",
                "UNTRANSLATED | de | en | Die Brücke bleibt nach dem Brand noch lange gesperrt. | The bridge will stay closed for long after the fire. | The bridge bleibt nach dem Brand noch closed for long.",
                "UNTRANSLATED | en | ru | The bridge stays closed after the fire. | Мост закрыт после пожара. | Мост stays closed after the fire.",
                // A headline and a sentence that were cut behind a word that needs another.
                "OMISSION | es | ca | El puerto abre un muelle | El port obre un moll | El port obre un",
                "OMISSION | en | ru | The port opens on Monday. | Порт открывается в понедельник. | Порт открывается в",
                "OMISSION | fr | en | Le port ouvre lundi avec une fête. | The port opens on Monday with a party. | The port opens on Monday and.",
                // The answer to a denial without the denial.
                "NEGATION | en | de | The port is not only old, but also the deepest of the whole northern coast. | Der Hafen ist nicht nur alt, sondern auch der tiefste der ganzen Nordküste. | Der Hafen ist nur alt, sondern auch der tiefste der ganzen Nordküste.",
                "NEGATION | de | en | Der Hafen ist nicht nur alt, sondern auch der tiefste der ganzen Nordküste. | The port is not only old, but also the deepest of the whole northern coast. | The port is only old, but also the deepest of the whole northern coast.",
                "NEGATION | en | ru | The port is not only old, but also the deepest of the whole northern coast. | Порт не только старый, но и самый глубокий на всём северном побережье. | Порт только старый, но и самый глубокий на всём северном побережье.",
                "QUOTE_UNBALANCED | en | es | They fear 'looking like muppets' now. | Temen “parecer marionetas” ahora. | Temen parecer marionetas” ahora.",
            })
    void aWrongWordOrMarkIsHeldAndTheSoundSentencePasses(
            FindingCode code, String from, String to, String source, String sound, String faulty) {
        assertThat(held(from, to, source, sound)).isEmpty();
        assertThat(held(from, to, source, faulty)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | es | It weighs 20 pounds. | Pesa 20 libras.",
                // Before Christ, which German and Czech shorten.
                "en | de | The temple was destroyed in 70 BC by an army. | Der Tempel wurde 70 v. Chr. von einer Armee zerstört.",
                "en | cs | The temple was destroyed in 70 BC by an army. | Chrám byl zničen v roce 70 př. n. l. vojskem.",
                // A title of the original, and words that both languages have.
                "es | ca | Cantaron «los cuatro vientos del norte» en la plaza. | Van cantar «los cuatro vientos del norte» a la plaça.",
                // Marks about a term or a title, and the capital of an institution, are a matter of taste.
                "pt | es | Querem mudar o nome para \"Parlamento Galês\" em maio. | Quieren cambiar el nombre a Parlamento Galés en mayo.",
                "pt | es | Disse que a polícia o viu e a polícia não. | Dijo que la policía lo vio y la Policía no.",
                "en | da | It brings 76 millimetres of rain per hour. | Det bringer 76 millimeter regn pr. time.",
                "en | pt | The lake cost 500 reais. | O lago custou $500.",
                "en | es | Brazil plays in Sevastopol. | Brasil juega en Sebastopol.",
                "cs | en | Je to největší a nejlepší ryba na světě. | It is the biggest and best fish in the world.",
                "fr | en | Le ministre n'a pas réussi à venir. | The minister failed to come.",
                "es | en | El petróleo no es la única razón. | Oil isn't the only reason.",
                "en | de | It is known not just in Oslo. | Es ist nicht nur in Oslo bekannt.",
                "pt | ca | Jogam na Bretanha em junho. | Juguen a la Bretanya al juny.",
                "pt | es | Na Bretanha chove. | En Bretania llueve.",
                "en | ca | They sang in Walla Walla. | Van cantar a Walla Walla.",
                "en | es | adidas sells shoes. | adidas vende zapatos.",
                "es | ca | Según la Cámara, sube. | Segons la Cambra, puja.",
                "pt | gl | Bilhetes por 2 reais. | Billetes por 2 reais.",
                "pt | gl | Trabalhei o dia inteiro. | Traballei o día enteiro.",
                "es | pt | Sopla el viento. | Sopra o vento.",
                "en | fr | “We will stay here. | « Nous resterons ici. »",
                // What trails off, a symbol for a word, a pronoun behind its verb, and an original that was cut as
                // well.
                "en | es | We want to leave but... | Queremos irnos, pero que...",
                "en | es | It cost 10 billion. | Costó 10 000 millones de $.",
                "es | ca | Quieren ver las células y reinyectarlas. | Volen veure les cèl·lules i reinjectar-les.",
                "es | ca | El puerto abre un | El port obre un",
                // What looks as if it could not end, and does.
                "es | ca | Contaron los grupos uno a uno. | Van comptar els grups un a un.",
                "en | de | It can be done without it. | Es geht auch ohne.",
                "es | ca | ¿Hasta cuándo? | Fins quan?",
                "en | sv | Good, right? | Bra, eller?",
                "es | it | No hay de qué. | Non c'è di che.",
                // An answer to what is denied in another way, and what is no answer.
                "es | en | Es el único puerto del país, pero también el más antiguo del continente. | It is the only port of the country, but also the oldest of the continent.",
                "en | nn | The port is old but also deep. | Hamna er gammal, men også djup.",
                "en | de | The port has no quay but a beach instead. | Der Hafen hat keinen Kai, sondern einen Strand.",
                // A mark that was typed for an apostrophe.
                "en | es | He spoke on the Lakers\" site. | Habló en el sitio de los Lakers.",
                "ca | es | S”hi veu el port. | Se ve el puerto.",
                // Units that round to the number of another one, and one for which no number stands.
                "en | es | Areas get 1 to 2 inches, with up to 4 inches. | Caen entre 2 y 5 centímetros, con hasta 10 en algún lugar.",
                "en | de | It happened about a mile away. | Es geschah etwa 1,6 Kilometer entfernt.",
            })
    void whatLanguagesWriteInTheirOwnWayPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | ca | La ayuda llegó a Malaui ayer. | L'ajuda va arribar a Malawi ahir. | L'ajuda va arribar a Malabi ahir.",
                "es | pt | El barco salió de Nueva Zelanda ayer. | O barco saiu da Nova Zelândia ontem. | O barco saiu da Nova Zelända ontem.",
                "es | pt | El avión voló hasta Vietnam ayer. | O avião voou até ao Vietname ontem. | O avião voou até ao Vietnan ontem.",
            })
    void theNamesThatTwoLanguagesHaveForACountryAreNoChange(
            String from, String to, String source, String right, String wrong) {
        assertThat(noticed(from, to, source, right)).doesNotContain(FindingCode.NAME_CHANGED);
        assertThat(noticed(from, to, source, wrong)).contains(FindingCode.NAME_CHANGED);
    }

    private Set<FindingCode> noticed(String from, String to, String source, String target) {
        Article original = Corpus.article(from, List.of("2026", source));
        Article article = Corpus.article(to, List.of("2026", target));
        return findings(original, article).map(Finding::code).collect(Collectors.toSet());
    }

    /** The mark went over into the next paragraph, where the translator ends the quotation. */
    @Test
    void aQuotationThatIsCutElsewherePasses() {
        Article original =
                Corpus.article("en", List.of("Night", "“We will stay here.", "We are tired of it,” she said."));
        Article article = Corpus.article("es", List.of("Noche", "Nos quedaremos aquí.", "“Estamos hartos”, dijo."));
        assertThat(held(original, article)).isEmpty();
    }

    /** English titles have a capital in each longer word; a sentence has none in a word that the article writes small elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "El puerto viejo cierra, The Old Harbor Closes, true",
        "El puerto viejo cierra hoy en Cádiz., The old Harbor closes today in Cádiz., false"
    })
    void capitalsMakeATitle(String source, String target, boolean sound) {
        Article original = Corpus.article("es", List.of("Cádiz", "El puerto tiene un barco.", source));
        Article article = Corpus.article("en", List.of("Cádiz", "The harbor has a ship.", target));
        assertThat(findings(original, article)
                        .map(Finding::code)
                        .filter(FindingCode.CAPITAL_MID_SENTENCE::equals)
                        .toList())
                .hasSize(sound ? 0 : 1);
    }

    @Test
    void portugueseDaysOfTwoWordsAreDays() {
        Calendars calendars = new Calendars();
        assertThat(calendars
                        .exchange(TextPair.of("pt", "es", "Foi na terça-feira.", "Fue el lunes."))
                        .count())
                .isEqualTo(1);
        assertThat(calendars
                        .exchange(TextPair.of("pt", "es", "Foi na terça-feira.", "Fue el martes."))
                        .count())
                .isZero();
        assertThat(calendars
                        .exchange(TextPair.of("pt", "es", "É a segunda vez.", "Es el segundo lunes."))
                        .count())
                .isZero();
    }

    private Set<FindingCode> held(String from, String to, String source, String target) {
        return held(Corpus.article(from, List.of("2026", source)), Corpus.article(to, List.of("2026", target)));
    }

    private Set<FindingCode> held(Article original, Article article) {
        return findings(original, article)
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    private Stream<Finding> findings(Article original, Article article) {
        return checks
                .review(original, Corpus.translation(original, article, Corpus.paired(original, article)))
                .findings()
                .stream();
    }
}
