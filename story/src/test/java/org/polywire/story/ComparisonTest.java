package org.polywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Revision.Kind;

class ComparisonTest {
    private static final String[] TEXT = {
        "El puerto abrirá de noche a partir del lunes. Lo anunció la autoridad portuaria.",
        "El acuerdo afecta a 400 personas y se firmó el viernes en la aduana.",
        "«Es una buena noticia», dijo Ana Ruiz, directora del puerto.",
        "Los vecinos temen el ruido de los camiones y piden una reunión."
    };

    private static final Article BEFORE = article(TEXT);

    private static Article article(String... paragraphs) {
        return Articles.of("es", "El puerto abre de noche", paragraphs);
    }

    private static Article with(int paragraph, String text) {
        String[] paragraphs = TEXT.clone();
        paragraphs[paragraph] = text;
        return article(paragraphs);
    }

    private static Revision revision(Article after) {
        return Comparison.of(BEFORE, after).orElseThrow();
    }

    @Test
    void theSameTextIsNoRevision() {
        assertThat(Comparison.of(BEFORE, article(TEXT))).isEmpty();
    }

    @Test
    void aChangedNumberIsACorrectionThatSaysWhatChanged() {
        Revision revision = revision(with(1, "El acuerdo afecta a 450 personas y se firmó el viernes en la aduana."));
        assertThat(revision.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(revision.changes())
                .containsExactly(new Change(
                        new Place("body.1"),
                        TEXT[1],
                        "El acuerdo afecta a 450 personas y se firmó el viernes en la aduana."));
    }

    @Test
    void onlyTheChangedSentenceOfAParagraphIsNamed() {
        Revision revision =
                revision(with(0, "El puerto abrirá de noche a partir del martes. Lo anunció la autoridad portuaria."));
        assertThat(revision.changes())
                .containsExactly(new Change(
                        new Place("body.0"),
                        "El puerto abrirá de noche a partir del lunes.",
                        "El puerto abrirá de noche a partir del martes."));
    }

    @Test
    void anAddedParagraphIsAnUpdate() {
        List<String> longer = new ArrayList<>(List.of(TEXT));
        longer.add("El ayuntamiento los recibirá el jueves.");
        Revision revision = revision(article(longer.toArray(String[]::new)));
        assertThat(revision.kind()).isEqualTo(Kind.UPDATE);
        assertThat(revision.changes())
                .containsExactly(new Change(new Place("body.4"), "", "El ayuntamiento los recibirá el jueves."));
    }

    @Test
    void aNoteMakesAnUpdateACorrection() {
        List<String> longer = new ArrayList<>(List.of(TEXT));
        longer.add("Corrección: una versión anterior de este texto decía que eran 300 personas.");
        Revision revision = revision(article(longer.toArray(String[]::new)));
        assertThat(revision.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(revision.note()).startsWith("Corrección: una versión anterior");
    }

    /** Many papers set the word alone, in bold, before what they have to say. */
    @Test
    void aNoteIsAllThatItsParagraphSaysAndIsNotAChangeBeside() {
        Revision revision = Comparison.of(BEFORE, noted()).orElseThrow();
        assertThat(revision.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(revision.note()).isEqualTo("Corrección. Una versión anterior decía que eran 300 personas.");
        assertThat(revision.changes()).isEmpty();
    }

    @Test
    void aTranslationTellsARevisionInItsOwnWords() {
        Revision source = Comparison.of(BEFORE, noted()).orElseThrow();
        Revision seen = Comparison.translated(
                source,
                noted(),
                Articles.of("ca", "Un port", "U.", "Dos.", "Tres.", "Quatre."),
                Articles.of(
                        "ca", "Un port", "U.", "Dos.", "Tres.", "Cinc.", "Correcció. Una versió anterior deia 300."));
        assertThat(seen)
                .isEqualTo(new Revision(
                        Kind.CORRECTION,
                        List.of(
                                new Change(new Place("body.3"), "", "Cinc."),
                                new Change(new Place("body.3"), "Quatre.", "")),
                        "Correcció. Una versió anterior deia 300."));
    }

    private static Article noted() {
        List<String> longer = new ArrayList<>(List.of(TEXT));
        longer.add("Corrección. Una versión anterior decía que eran 300 personas.");
        return article(longer.toArray(String[]::new));
    }

    @Test
    void aNoteThatWasThereBeforeIsNoNewCorrection() {
        Article noted = with(3, "Corrección: eran 400 personas.");
        List<String> longer = new ArrayList<>(List.of(TEXT));
        longer.set(3, "Corrección: eran 400 personas.");
        longer.add("El ayuntamiento los recibirá el jueves.");
        assertThat(Comparison.of(noted, article(longer.toArray(String[]::new)))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Kind.UPDATE);
    }

    @Test
    void anArticleThatIsTakenBackIsARetraction() {
        Revision revision = revision(article("Este artículo ha sido retirado porque no se pudo confirmar."));
        assertThat(revision.kind()).isEqualTo(Kind.RETRACTION);
        assertThat(revision.note()).startsWith("Este artículo ha sido retirado");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "El puerto abrirá de noche a partir del lunes; lo anunció la autoridad portuaria.| punctuation",
                "El puerto abrirá de noche a partir del Lunes. Lo anuncio la autoridad portuaria.| capitals and accents",
                "El puerto abrirá de noche a partir del lunes. Lo anunció la autroidad portuaria.| a typing error"
            })
    void typographyAndTypingErrorsAreCosmetic(String text, String what) {
        Revision revision = revision(with(0, text));
        assertThat(revision.kind()).as(what).isEqualTo(Kind.COSMETIC);
        assertThat(revision.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ana Ruiz,Ana Ruis", "dijo,negó", "directora,director"})
    void otherNamesVerbsAndEndingsAreNoTypingErrors(String before, String after) {
        assertThat(revision(with(2, TEXT[2].replace(before, after))).kind()).isEqualTo(Kind.CORRECTION);
    }

    @Test
    void aParagraphThatMovedIsCosmetic() {
        assertThat(revision(article(TEXT[1], TEXT[0], TEXT[2], TEXT[3])).kind()).isEqualTo(Kind.COSMETIC);
    }

    @Test
    void aLinkThatLeadsElsewhereIsCosmeticButARevision() {
        List<Block> body = new ArrayList<>(BEFORE.body());
        body.set(
                0,
                new Block.Paragraph(
                        List.of(new Inline.Link(URI.create("https://faro.example/puerto"), Inlines.ofText(TEXT[0])))));
        assertThat(revision(Articles.of("es", "El puerto abre de noche", body)).kind())
                .isEqualTo(Kind.COSMETIC);
    }

    @ParameterizedTest
    @CsvSource({
        "1.234 lecturas,1.301 lecturas",
        "12 comentarios,15 comentarios",
        "Hace 5 minutos,Hace 2 horas",
        "3 min read,4 min read",
        "١٢ تعليقات,١٥ تعليقات"
    })
    void countsThatGoUpAreNoRevision(String before, String after) {
        List<String> one = new ArrayList<>(List.of(TEXT));
        one.add(before);
        List<String> other = new ArrayList<>(List.of(TEXT));
        other.add(after);
        assertThat(Comparison.of(article(one.toArray(String[]::new)), article(other.toArray(String[]::new))))
                .isEmpty();
    }

    @Test
    void anotherDeliveryOfTheSamePictureIsNoRevision() {
        assertThat(Comparison.of(
                        pictured("https://faro.example/p.jpg?w=640&t=1"),
                        pictured("https://faro.example/p.jpg?w=800&t=2")))
                .isEmpty();
        assertThat(Comparison.of(pictured("https://faro.example/p.jpg"), pictured("https://faro.example/q.jpg")))
                .isPresent();
        assertThat(Comparison.of(
                        pictured("https://faro.example/image?id=1"), pictured("https://faro.example/image?id=2")))
                .isPresent();
    }

    private static Article pictured(String address) {
        List<Block> body = new ArrayList<>(BEFORE.body());
        body.addFirst(new Block.Figure(
                new Block.Picture(URI.create(address), 640, 480, ""), Inlines.ofText("El puerto"), ""));
        return Articles.of("es", "El puerto abre de noche", body);
    }

    @Test
    void deathsThatRiseAreNoCount() {
        Article before = Articles.of("en", "Storm", "3 dead", "The storm hit the coast at night.");
        Article after = Articles.of("en", "Storm", "5 dead", "The storm hit the coast at night.");
        assertThat(Comparison.of(before, after).orElseThrow().changes())
                .containsExactly(new Change(new Place("body.0"), "3 dead", "5 dead"));
    }

    @Test
    void sentencesOfOtherScriptsAreComparedAsWell() {
        Article before = Articles.of("ar", "الميناء", "أعلن الميناء عن 12 رحلة جديدة. قال المدير إن العمل يبدأ غدا.");
        Article after = Articles.of("ar", "الميناء", "أعلن الميناء عن 14 رحلة جديدة. قال المدير إن العمل يبدأ غدا.");
        assertThat(Comparison.of(before, after).orElseThrow().changes()).hasSize(1);
        Article chinese = Articles.of("zh", "港口", "港口宣布新增12条航线。经理说工作明天开始。");
        Article later = Articles.of("zh", "港口", "港口宣布新增14条航线。经理说工作明天开始。");
        assertThat(Comparison.of(chinese, later).orElseThrow().changes())
                .extracting(Change::after)
                .containsExactly("港口宣布新增14条航线。");
    }

    @Test
    void aVeryLongArticleIsComparedInBoundedTime() {
        String[] long1 = new String[3_000];
        String[] long2 = new String[3_000];
        for (int i = 0; i < long1.length; i++) {
            long1[i] = "Punto " + i + " del informe sobre el puerto.";
            long2[i] = "Apartado " + i + " de otro informe.";
        }
        assertThat(Comparison.of(article(long1), article(long2)).orElseThrow().kind())
                .isEqualTo(Kind.UPDATE);
    }
}
