package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.Sentences.Range;

class MarkedPassageTest {
    private static final URI THERE = URI.create("https://a.example/");

    private static MarkedPassage passage(String before, String linked, String after) {
        MarkedLine line = MarkedText.lines(List.of(
                        new Inline.Text(before),
                        new Inline.Link(THERE, Inlines.ofText(linked)),
                        new Inline.Text(after)))
                .getFirst();
        Range all = new Range(0, line.text().length());
        return MarkedPassage.of(line, line.words(), List.of(all), Set::of);
    }

    private static List<String> marked(MarkedPassage passage) {
        return passage.passage().sentences().getFirst().stream()
                .filter(run -> run.mark() > 0)
                .map(Run::text)
                .toList();
    }

    @Test
    void whatNoElementTouchesIsOnePiece() {
        assertThat(passage("El puerto de ", "La Luz", " abre, por fin, hoy.")
                        .passage()
                        .sentences()
                        .getFirst())
                .containsExactly(
                        Run.free("El puerto de ", 0), Run.free("La Luz", 1), Run.free(" abre, por fin, hoy.", 0));
        assertThat(passage("שלום ", "עולם", " טוב.").passage().sentences().getFirst())
                .hasSize(3);
    }

    @Test
    void onlyWholeWordsAreMarkedHoweverAnElementCutsThem() {
        assertThat(marked(passage("A l'", "Hospital", ", ahir"))).containsExactly("Hospital");
        assertThat(marked(passage("Un in", "visible", " día"))).containsExactly("invisible");
    }

    @Test
    void wordByWordEachWordHasAMarkOfItsOwn() {
        assertThat(marked(passage("El puerto, ", "hoy", " abierto.").wordByWord()))
                .containsExactly("El", "puerto", ",", "hoy", "abierto", ".");
    }
}
