package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An analyser is shown each piece once, and what it says of a piece is known from then on. */
class KnownReadingsTest {
    private static final int MOST = 50;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private boolean broken;
    private Runnable meanwhile = () -> {};

    /** Of each piece the name is its last word. */
    private final KnownReadings readings = new KnownReadings(this::analysed, KnownReadingsTest::last, 30, MOST);

    private String analysed(String request) {
        asked.add(request);
        meanwhile.run();
        return broken ? "" : request.replaceAll("(?<= )(\\p{Lu}\\p{Ll}+) \\.", "^$1/*$1\\$ .");
    }

    private static Set<String> last(String analysed) {
        int at = analysed.indexOf('^');
        return at < 0 ? Set.of() : Set.of(analysed.substring(at + 1, analysed.indexOf('/')));
    }

    @Test
    void aPieceIsAskedForOnce() {
        assertThat(readings.in(List.of("de Ana", "con Rui"))).containsExactly("Ana", "Rui");
        assertThat(readings.in(List.of("con Rui", "en casa", "de Ana"))).containsExactly("Rui", "Ana");
        assertThat(readings.in(List.of("en casa"))).isEmpty();
        assertThat(asked).containsExactly("de Ana .[s]con Rui .", "en casa .");
    }

    @Test
    void aRequestIsAsLongAsItMayBeUnlessAPieceIsLonger() {
        assertThat(readings.in(List.of("el diputado de Ana", "a Eva", "del ayuntamiento de Rui", "a Luz")))
                .containsExactly("Ana", "Eva", "Rui", "Luz");
        assertThat(asked)
                .containsExactlyInAnyOrder("el diputado de Ana .", "a Eva .", "del ayuntamiento de Rui .", "a Luz .");
    }

    @Test
    void nothingIsRememberedWhereNothingIsToBe() {
        KnownReadings forgetful = new KnownReadings(this::analysed, KnownReadingsTest::last, 30, 0);
        for (int i = 0; i < 2; i++) {
            assertThat(forgetful.in(List.of("de Ana"))).containsExactly("Ana");
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatAnAnalyserThatFailedDidNotSayIsAskedForAgain() {
        broken = true;
        assertThat(readings.in(List.of("de Ana"))).isEmpty();
        assertThat(readings.in(List.of("de Ana", "con Rui"))).isEmpty();
        broken = false;
        assertThat(readings.in(List.of("de Ana", "con Rui"))).containsExactly("Ana", "Rui");
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatWasForgottenIsAskedForAgain() {
        assertThat(readings.in(List.of("de Ana"))).containsExactly("Ana");
        readings.forget();
        assertThat(readings.in(List.of("de Ana"))).containsExactly("Ana");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatTheOldDictionarySaysWhileItIsForgottenIsNotRemembered() {
        meanwhile = readings::forget;
        assertThat(readings.in(List.of("de Ana"))).containsExactly("Ana");
        meanwhile = () -> {};
        assertThat(readings.in(List.of("de Ana"))).containsExactly("Ana");
        assertThat(asked).hasSize(2);
    }

    @Test
    void longPiecesAreNotRemembered() {
        String most = "a".repeat(KnownReadings.LONGEST - " Ana".length()) + " Ana";
        String longer = "a" + most;
        for (int i = 0; i < 2; i++) {
            assertThat(readings.in(List.of(most, longer))).containsExactly("Ana");
        }
        assertThat(asked).containsExactlyInAnyOrder(most + " .", longer + " .", longer + " .");
    }

    @Test
    void whatWasNotNeededForLongestIsForgottenFirst() {
        readings.in(List.of("de Ana", "con Rui"));
        List<String> others =
                IntStream.range(1, MOST).mapToObj(i -> "numero " + i).toList();
        readings.in(List.of("de Ana"));
        readings.in(others);
        asked.clear();
        assertThat(readings.in(List.of("de Ana"))).containsExactly("Ana");
        assertThat(asked).isEmpty();
        assertThat(readings.in(List.of("con Rui"))).containsExactly("Rui");
        assertThat(asked).hasSize(1);
    }
}
