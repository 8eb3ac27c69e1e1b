package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopiedWordsTest {
    @Test
    void sevenInTenWordsAreMuch() {
        assertThat(CopiedWords.areMuch("a b c d e f g h i j", "g f e d c b a x y z"))
                .isTrue();
        assertThat(CopiedWords.areMuch("a b c d e f g h i j", "f e d c b a x y z"))
                .isFalse();
        assertThat(CopiedWords.areMuch("נמל העיר נפתח", "נמל העיר נסגר")).isFalse();
        assertThat(CopiedWords.areMuch("港口 重新 开放", "港口 重新 开放")).isTrue();
    }

    @Test
    void wordsThatShareANumberAreNoCopies() {
        String other = IntStream.range(0, 20_000).mapToObj(i -> "x" + i).collect(Collectors.joining(" "));
        assertThat(CopiedWords.areMuch("el puerto abre hoy para todos los barcos", other))
                .isFalse();
    }
}
