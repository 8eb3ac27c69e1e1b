package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private final Negations negations = Negations.load(Likeness.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each of these words denies by itself, however near they stand.
                "es | algo que no hizo, no debe enfadarse | 2",
                "pt | quem não leu não sabe | 2",
                "ru | кто не видел, не поверит | 2",
                "en | who did not read does not know | 2",
                // What goes with a denial before it does so at any distance, but not over the end of a sentence.
                "es | no les importa a quién hacen daño ni a quién tienen que pasar por encima | 1",
                "es | nunca he ocultado mis ideas políticas, tampoco en las últimas elecciones | 1",
                "it | non ha visto il presidente della regione né il sindaco | 1",
                "en | he did not see the president of the region, nor the mayor | 1",
                "nl | hij zag niet de president van de regio, noch de burgemeester | 1",
                "es | no vino el presidente de la región. Tampoco vino el alcalde | 2",
                "es | prometo que ninguna amenaza de retirada ni ningún oportunismo me lo impedirá | 1",
                // Slavic pronouns go with the denial of their verb, before it or after it.
                "ru | никто из тех, кого она вызывала в качестве свидетелей, также не мог подтвердить | 1",
                "ru | ничего нового в ней я в этот раз не заметил | 1",
                "uk | жоден із тих, кого вона тоді викликала на допит, не прийшов | 1",
                "ru | никто | 1",
                // Two of one denial, near each other.
                "es | no vino nadie | 1",
                "ca | mai no ho ha dit | 1",
                "ar | لم يأت ولا اتصل | 1",
                "ar | لم يأت ولن يأتي | 2",
                "fa | هیچ برنامه‌ای برای مدرسه‌ها و بیمارستان‌های این شهر ندارد | 1",
                // In small letters a text may be longer.
                "tr | İİİİİ gitmedi. İİİİİ değil | 2",
            })
    void wordsThatAgreeAreOneDenial(String language, String text, int denials) {
        assertThat(negations.clear(new Text(text, language))).hasSize(denials);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // In a comparison, or said by habit, these deny nothing.
                "es | el peor discurso que he visto nunca",
                "es | no es más que un pretexto",
                "pt | não é mais do que o preço a pagar",
                "ca | semblaven més màscares que no pas vestits",
                "de | das ist nichts weiter als ein Vorwand",
                "nb | jeg kunne ikke annet enn å tenke",
            })
    void idiomsDenyNothing(String language, String text) {
        assertThat(negations.clear(new Text(text, language))).isEmpty();
    }
}
