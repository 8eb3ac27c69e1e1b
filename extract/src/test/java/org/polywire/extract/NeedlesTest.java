package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    @Test
    void findsWhatSearchingForEachAloneFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> strings = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                strings.add(word(random, 1 + random.nextInt(4)));
            }
            String text = word(random, random.nextInt(40));
            Needles needles = Needles.of(strings);
            BitSet found = needles.in(text);
            for (String each : strings) {
                assertThat(found.get(needles.number(each)))
                        .as("%s in %s", each, text)
                        .isEqualTo(text.contains(each));
            }
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abc".charAt(random.nextInt(3)));
        }
        return word.toString();
    }

    @Test
    void disregardsCaseAndKindsOfWhiteSpace() {
        Needles needles = Needles.of(List.of("translate it", "übersetz"));
        assertThat(needles.in("Translate \n\u00a0IT").get(needles.number("translate it")))
                .isTrue();
        assertThat(needles.in("ÜBERSETZT").get(needles.number("übersetz"))).isTrue();
    }

    @Test
    void aTextReadInPiecesIsOneText() {
        Needles needles = Needles.of(List.of("translated"));
        Needles.Search search = needles.search();
        search.read("machine trans");
        search.read("lated");
        assertThat(search.found().isEmpty()).isFalse();
    }

    @Test
    void noNeedlesAreInNoText() {
        assertThat(Needles.of(List.of()).in("text").isEmpty()).isTrue();
    }
}
