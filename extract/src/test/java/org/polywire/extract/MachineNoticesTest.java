package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Reason;

class MachineNoticesTest {
    private static final MachineNotices NOTICES = Phrases.load().machineNotices();
    private static final String FAR = "12 345. ".repeat(200);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dieser Artikel wurde mit Hilfe von KI erstellt | aus dem Englischen übersetzt",
                "Cet article a été généré automatiquement | traduit de l'anglais",
                "Este artículo ha sido generado automáticamente | traducido del inglés",
                "Este texto fue realizado por una máquina | traducido del inglés",
                "Questo articolo è stato generato automaticamente | tradotto dall'inglese",
                "Este artigo foi gerado automaticamente | traduzido do inglês",
                "Este artigo foi xerado automaticamente | traducido do inglés",
                "Deze tekst is automatisch gemaakt | vertaald uit het Engels",
                "Acest articol a fost generat automat | tradus din engleză",
                "Acest text a fost realizat automat | tradus din engleză",
                "Ten tekst jest automatycznie wygenerowany | tłumaczenie z angielskiego",
                "Tento článek byl automaticky vytvořen | překlad z angličtiny",
                "Den här artikeln är automatiskt gjord | översatt från engelska",
                "מאמר זה נכתב באופן אוטומטי | תרגום מאנגלית",
                "Этот текст был выполнен автоматически | перевод с английского",
                "Цей текст було виконано автоматично | переклад з англійської"
            })
    void aNoticeWithoutAWordAboutTranslatingIsSeenWhereAnotherSentenceHasOne(String notice, String translated) {
        assertThat(NOTICES.in(notice + ". " + FAR + translated + ".")).isNotEmpty();
        assertThat(NOTICES.in(FAR + translated + ". " + FAR)).isEmpty();
    }

    @Test
    void aPageIsWithheldForANoticeFarFromItsOnlyWordAboutTranslating() {
        String text =
                "<p>Der Rat der Insel beschloss am Dienstag nach langer Debatte, die alte Brücke vor dem Winter auszubessern.</p>"
                        + "<p>Die Arbeiten beginnen im Mai und kosten zwei Millionen, die das Land zahlt, sagte die Bürgermeisterin.</p>";
        String page =
                "<html lang=de><title>Der Rat beschließt die Brücke</title><body><article><h1>Der Rat beschließt die Brücke</h1>"
                        + "<p>%s</p>" + text + text.replace("Rat", "Vorstand")
                        + "<p>Der Beitrag ist aus dem Englischen übersetzt.</p></article>";
        Extraction made = Pages.extract(page.formatted("Dieser Artikel wurde mit Hilfe von KI erstellt."));
        assertThat(made)
                .isInstanceOfSatisfying(
                        Extraction.Withheld.class,
                        withheld -> assertThat(withheld.reason()).isEqualTo(Reason.MACHINE_TRANSLATED));
        assertThat(Pages.extract(page.formatted("Dieser Artikel wurde mit Hilfe von Freunden erstellt.")))
                .isInstanceOf(Extraction.Extracted.class);
    }
}
