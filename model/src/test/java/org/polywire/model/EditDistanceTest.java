package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "saturday,sunday,3", "'',port,4", "port,'',4", "'','',0", "港口,港,1", "ميناء,ميناء,0"
    })
    void itIsTheFewestLettersToChange(String one, String other, int distance) {
        assertThat(EditDistance.of(one, other)).isEqualTo(distance);
    }

    @Test
    void itIsAMetric() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String one = word(random);
            String other = word(random);
            String third = word(random);
            int distance = EditDistance.of(one, other);
            assertThat(distance).isEqualTo(EditDistance.of(other, one));
            assertThat(distance == 0).isEqualTo(one.equals(other));
            assertThat(distance).isLessThanOrEqualTo(EditDistance.of(one, third) + EditDistance.of(third, other));
            assertThat(distance)
                    .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
        }
    }

    private static String word(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(3))))
                .collect(Collectors.joining());
    }
}
