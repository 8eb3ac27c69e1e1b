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

    @Test
    void aNameCountsAsWholeWordsOnly() {
        assertThat(NameIndex.count("Costa", "Costa, costa, Costas y (Costa)")).isEqualTo(2);
        assertThat(NameIndex.count("Ana", "Susana y Ana")).isEqualTo(1);
        assertThat(NameIndex.count("Ana", "")).isZero();
    }
}
