package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours by the clock of twelve hours and by that of twenty-four, and what only looks like them. */
class HoursOfDayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The gate closes at 6 p.m. | de | Das Tor schließt um 18 Uhr.",
                "en | The gate closes at 6pm. | es | La puerta cierra a las 18 h.",
                "en | The gate closes at 6:30 p.m. | fr | La porte ferme à 18 h 30.",
                "en | The gate closes at 6:30 p.m. | de | Das Tor schließt um 18.30 Uhr.",
                "en | The gate closes at six o'clock. | nl | De poort sluit om 18 uur.",
                "en | Open from 6 a.m. to 6 p.m. | es | Abierto de 6 a 18 horas.",
                "en | The train left at 12:30 a.m. | de | Der Zug fuhr um 0.30 Uhr.",
                "en | The train left at 12 a.m. | sv | Tåget gick klockan 24.",
                "es | La puerta cierra a las 7 de la tarde. | ca | La porta tanca a les 19 h.",
                "es | La puerta cierra a las 19:00. | pt | A porta fecha às 7 da noite.",
                "de | Das Tor schließt um 8 Uhr abends. | it | Il cancello chiude alle ore 20.",
                "nb | Porten stenger klokken 20. | en | The gate closes at 8.",
                "ru | Ворота закроются в 8 часов вечера. | uk | Ворота зачиняться о 20 годині.",
                "cs | Brána se zavře v 8 hodin večer. | en | The gate closes at 20:00.",
                "ar | يغلق الباب الساعة 8 مساء. | en | The gate closes at 20:00.",
                "fa | در ساعت ۸ شب بسته می‌شود. | en | The gate closes at 20:00.",
                "he | השער נסגר בשעה 8 בערב. | en | The gate closes at 20:00.",
                "hi | फाटक शाम 8 बजे बंद होता है। | en | The gate closes at 20:00.",
                "ja | 門は午後8時に閉まる。 | de | Das Tor schließt um 20 Uhr.",
                "ko | 문은 오후 8시에 닫힌다. | de | Das Tor schließt um 20 Uhr.",
                "zh | 大门在下午5点关闭。 | en | The gate closes at 17:00.",
                "en | Open from 2 to 4 p.m. on Sundays. | de | Sonntags von 14 bis 16 Uhr offen.",
                "en | Open from 2 to 4 p.m. on Sundays. | fr | Ouvert de 14 à 16 heures le dimanche.",
                "ja | 門は20時に閉まる。 | en | The gate closes at 8.",
                "uk | Ворота зачиняться о 20-й годині. | en | The gate closes at 8.",
                "tr | Kapı akşam 8'de kapanıyor. | de | Das Tor schließt um 20 Uhr.",
                "vi | Cổng đóng lúc 8 giờ tối. | en | The gate closes at 20:00."
            })
    void anHourIsTheSameByEitherClock(String from, String source, String to, String target) {
        assertThat(differences(from, source, to, target)).isEmpty();
        assertThat(differences(to, target, from, source)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The fire killed 6 people. | es | El incendio mató a 18 personas.",
                "en | The gate closes at 6 a.m. | de | Das Tor schließt um 18 Uhr.",
                "en | The gate closes at 6:30 a.m. | es | La puerta cierra a las 18:30.",
                "en | The match lasted 3 hours. | pt | O jogo durou 15 horas.",
                "en | It rained for 12 hours. | de | Es regnete 24 Stunden.",
                "es | A las 7 familias les dieron casa. | ca | A les 19 famílies els van donar casa.",
                "ru | Он ждал 8 часов. | uk | Він чекав 20 годин.",
                "ja | 門は午前8時に閉まる。 | de | Das Tor schließt um 20 Uhr.",
                "en | The ceasefire begins at 12 noon on Friday. | de | Der Waffenstillstand beginnt am Freitag um 0 Uhr.",
                "de | Der 12-stündige Streik beginnt am Montag um 12 Uhr. | en | The 24-hour strike begins on Monday at 12 o'clock.",
                "en | The fire killed 6 at 7 p.m. | de | Das Feuer tötete 18 um 19 Uhr.",
                "ja | 試合は8時間続いた。 | en | The game lasted 20 hours.",
                "zh | 这场比赛持续了5小时。 | en | The game lasted 17 hours."
            })
    void otherNumbersTwelveApartDiffer(String from, String source, String to, String target) {
        assertThat(differences(from, source, to, target)).isNotEmpty();
        assertThat(differences(to, target, from, source)).isNotEmpty();
    }

    @Test
    void aSignCountsOnlyForTheNumberBesideIt() {
        assertThat(differences("en", "At 3 p.m. there were 6 guests.", "de", "Um 15 Uhr kamen 18 Gäste."))
                .hasSize(2);
    }

    private static List<Amount> differences(String from, String source, String to, String target) {
        Numbers.Difference found = Numbers.difference(TextPair.of(from, to, source, target));
        return Stream.concat(found.missing().stream(), found.added().stream()).toList();
    }
}
