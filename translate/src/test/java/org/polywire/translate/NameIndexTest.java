package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    @Test
    void aNameIsFoundWhereItBeginsAWordAndNowhereElse() {
        NameIndex names = new NameIndex(List.of("Ana Costa", "Costa", "Lavandeira", "«Marea»"));
        assertThat(names.in("Dijo Ana Costa: «Marea» no.")).containsExactlyInAnyOrder("Ana Costa", "Costa", "«Marea»");
        assertThat(names.in("La MacCosta y la xLavandeira")).isEmpty();
        assertThat(names.in("")).isEmpty();
    }

    /** A word that an engine does not know and copies is no news if it belongs to a name; <i>An</i> does not belong to <i>Ana</i>. */
    @Test
    void aWordOfANameIsToldFromAPartOfAWord() {
        NameIndex names = new NameIndex(List.of("Ana d'Herrero", "Íñigo"));
        assertThat(List.of("Ana", "Herrero", "Íñigo")).allMatch(names::hasWord);
        assertThat(List.of("An", "d'Herrero", "ñigo", "Ana d")).noneMatch(names::hasWord);
    }

    @Test
    void aNameCountsAsWholeWordsOnly() {
        assertThat(NameIndex.count("Costa", "Costa, costa, Costas y (Costa)")).isEqualTo(2);
        assertThat(NameIndex.count("Ana", "Susana y Ana")).isEqualTo(1);
        assertThat(NameIndex.count("Ana", "")).isZero();
    }
}
