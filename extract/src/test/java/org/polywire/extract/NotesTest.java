package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Block;
import org.polywire.model.Block.Note.Kind;
import org.polywire.model.Inlines;

/** What the makers of an article say about it stands in the body as notes, and what only begins like a note is text. */
class NotesTest {
    private static final Phrases PHRASES = Phrases.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Correction: An earlier version gave the wrong year.|CORRECTION",
                "Correction (12 May): The bridge is 300 metres long.|CORRECTION",
                "Updated to add what the mayor said.|CORRECTION",
                "This article was amended on 3 March 2026 to correct the mayor's name.|CORRECTION",
                "An earlier version of this story misspelled the name of the port.|CORRECTION",
                "Reporting by Ana Ruiz in Vigo; editing by Tom Hale|PRODUCTION",
                "With files from Meridiana|PRODUCTION",
                "Ana Ruiz and Tom Hale contributed to this report.|PRODUCTION",
                "Anmerkung der Redaktion: In einer früheren Version stand ein falscher Name.|CORRECTION",
                "In einer früheren Version dieses Artikels stand ein falscher Name.|CORRECTION",
                "Quelle: ntv.de, mli/dpa|PRODUCTION",
                "Mitarbeit: Jana Groß|PRODUCTION",
                "Rectificatif : le pont mesure 300 mètres.|CORRECTION",
                "Une version précédente de cet article donnait une autre date.|CORRECTION",
                "Avec l'AFP|PRODUCTION",
                "Fe de errores: el puente mide 300 metros.|CORRECTION",
                "Una versión anterior de esta noticia daba otra fecha.|CORRECTION",
                "Con información de Meridiana.|PRODUCTION",
                "Errata: a ponte mede 300 metros.|CORRECTION",
                "Com informações da Agência Meridiana|PRODUCTION",
                "Fe d'errades: el pont fa 300 metres.|CORRECTION",
                "Rectificación: a ponte mide 300 metros.|CORRECTION",
                "Errata corrige: il ponte è lungo 300 metri.|CORRECTION",
                "In een eerdere versie van dit artikel stond een verkeerde naam.|CORRECTION",
                "Rättelse: Bron är 300 meter lång.|CORRECTION",
                "Rettelse: Broen er 300 meter lang.|CORRECTION",
                "Oikaisu: Silta on 300 metriä pitkä.|CORRECTION",
                "Sprostowanie: most ma 300 metrów.|CORRECTION",
                "Oprava: most měří 300 metrů.|CORRECTION",
                "Erată: podul are 300 de metri.|CORRECTION",
                "Helyesbítés: a híd 300 méter hosszú.|CORRECTION",
                "Διόρθωση: η γέφυρα έχει μήκος 300 μέτρα.|CORRECTION",
                "Исправление: длина моста 300 метров.|CORRECTION",
                "В предыдущей версии этой статьи была указана другая дата.|CORRECTION",
                "Виправлення: довжина мосту 300 метрів.|CORRECTION",
                "Düzeltme: Köprü 300 metre uzunluğundadır.|CORRECTION",
                "تصحيح: طول الجسر 300 متر.|CORRECTION",
                "תיקון: אורך הגשר 300 מטר.|CORRECTION",
                "اصلاحیه: طول پل ۳۰۰ متر است.|CORRECTION",
                "सुधार: पुल 300 मीटर लंबा है।|CORRECTION",
                "【訂正】橋の長さは300メートルでした。|CORRECTION",
                "[정정] 다리의 길이는 300미터입니다.|CORRECTION",
                "更正:桥长300米。|CORRECTION",
                "（责任编辑：王芳）|PRODUCTION"
            })
    void aNoteIsKnownInItsLanguage(String text, Kind kind) {
        assertThat(PHRASES.note(text)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Updated rules for ships apply from Monday.",
                "Correction officers went on strike at two prisons on Monday.",
                "Reporting a crime by telephone takes twelve minutes on average, and editing by hand takes longer.",
                "Die Korrektur der Kurse dauerte drei Tage.",
                "La corrección de los exámenes empezó el lunes.",
                "Avec la pluie, les ventes ont baissé.",
                "Die Mitarbeit der Kommunen ist freiwillig.",
                "Con información falsa engañaron a tres mil clientes durante años, según la fiscalía, que pide ocho años de"
                        + " cárcel para los dos dueños de la empresa y para quien les ayudó a esconder el dinero en otro país.",
                "Исправление ошибок заняло три дня.",
                "تصحيح المسار يحتاج إلى وقت.",
                "更正错误需要时间。"
            })
    void aSentenceThatBeginsLikeANoteIsText(String text) {
        assertThat(PHRASES.note(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteOfWhereAnArticleCameFromIsKnownAndALineThatBeginsAlikeIsText(String language, String note, String text) {
        assertThat(PHRASES.note(note)).contains(Kind.PRODUCTION);
        assertThat(PHRASES.note(text)).isEmpty();
    }

    @Test
    void suchNotesAreKnownInEachLanguage() {
        assertThat(notes().map(each -> each[0]).distinct()).containsExactlyElementsOf(Phrases.LANGUAGES);
    }

    private static Stream<String[]> notes() {
        return Pages.lines("notes.txt");
    }

    @Test
    void notesStayInTheBodyWhereTheyStandAsWhatTheyAre() {
        List<Block> body = Pages.article(page("""
                <p><em>Correction: An earlier version of this story gave the wrong <a href="/year">year</a>.</em></p>""", """
                <p>(Reporting by Ana Ruiz in Vigo; editing by Tom Hale)</p>""")).body();
        assertThat(body.getFirst()).isInstanceOfSatisfying(Block.Note.class, note -> {
            assertThat(note.kind()).isEqualTo(Kind.CORRECTION);
            assertThat(Inlines.links(note.content())).hasSize(1);
        });
        assertThat(body.getLast())
                .isEqualTo(new Block.Note(
                        Kind.PRODUCTION, Inlines.ofText("(Reporting by Ana Ruiz in Vigo; editing by Tom Hale)")));
        assertThat(body.subList(1, body.size() - 1)).allMatch(Block.Paragraph.class::isInstance);
    }

    private static String page(String before, String after) {
        String paragraph = """
                <p>The harbour of Vigo will have a second quay for container ships by the summer of next year, the port
                authority said on Monday, after nine years of planning and three changes of the law (part %d).</p>
                """;
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            text.append(String.format(Locale.ROOT, paragraph, i));
        }
        String whole = """
                <html lang="en"><head><title>A second quay for Vigo</title></head><body><main><article>
                <h1>A second quay for the harbour of Vigo</h1>
                <time datetime="2026-11-20T09:00:00Z">20 November 2026</time>
                %s %s %s</article></main></body></html>
                """;
        return String.format(Locale.ROOT, whole, before, text, after);
    }
}
