package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negating words, and answers to them, that stand where what they need was lost. */
class ConcordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | he renunciado a nada | true",
                "es | no he renunciado a nada | false",
                "es | nada se pudo hacer | false",
                "es | el animal pertenecía ni a yuan ni a su primo | true",
                "es | el animal no pertenecía ni a yuan ni a su primo | false",
                "pt | hoje há nem um nem outro | true",
                "pt | nem um nem outro veio | false",
                "es | ha prometido utilizar nunca al ejército | true",
                "es | los estudiantes suelen tener ni idea de eso | true",
                "es | los estudiantes no suelen tener ni idea de eso | false",
                "es | ¿cuándo llega? ni idea | false",
                "it | ho mai nascosto le mie idee | true",
                "it | non ho mai nascosto le mie idee | false",
                "it | è la sola che ha mai vinto qui | false",
                "it | è il fuoco peggiore che i vigili del fuoco hanno mai visto | false",
                "it | hai mai visto il mare? | false",
                "ru | поклялся никогда прибегать к силе | true",
                "ru | поклялся никогда не прибегать к силе | false",
                "de | er hat nichts gesagt | false"
            })
    void aNegatingWordThatCannotStandAloneIsSeen(String language, String text, boolean broken) {
        assertThat(Concord.load().isBroken(text, language)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | el mensaje es para el partido, sino para los electores | true",
                "es | el mensaje no es para el partido, sino para los electores | false",
                "es | nadie lo dijo, sino la prensa | false",
                "es | ¿qué es la vida, sino un sueño? | false",
                "es | su sino era morir en el mar | false",
                "ca | el missatge és per al partit, sinó per als electors | true",
                "ca | el missatge no és per al partit, sinó per als electors | false",
                "es | rara vez habla de sí mismo, sino del equipo | false",
                "ca | qui, sinó l'estat, pagarà els danys | false",
                "gl | hai que actuar xa, senón a vila pechará a escola | false",
                "de | der hafen hat keinen kai, sondern einen strand | false"
            })
    void anAnswerToADenialThatIsGoneIsSeen(String language, String text, boolean halved) {
        assertThat(Concord.load().isHalved(text, language)).isEqualTo(halved);
    }
}
