package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polywire.samples.SamplePress;

class DebianPackagesTest {
    @Test
    void theDemoInstallsEveryPairThatTheSamplePressExpects() throws IOException {
        List<String> installed = DebianPackages.purpose("demo");
        assertThat(expectedPairs())
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(installed)
                        .anySatisfy(
                                name -> assertThat(packagesOf(pair[0], pair[1])).contains(name)));
    }

    /** The languages of each line of the sample press's list, from and to. */
    private static Stream<String[]> expectedPairs() throws IOException {
        try (InputStream list = Objects.requireNonNull(SamplePress.class.getResourceAsStream("routes.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words.length == 3 && !words[0].startsWith("#"));
        }
    }

    /** A pair's package holds both directions and is named by codes of two letters or of three. */
    private static List<String> packagesOf(String from, String to) {
        return Stream.of(new String[] {from, to}, new String[] {to, from})
                .flatMap(pair -> Stream.of(
                        "apertium-" + pair[0] + "-" + pair[1],
                        "apertium-" + longCode(pair[0]) + "-" + longCode(pair[1])))
                .toList();
    }

    private static String longCode(String language) {
        return Locale.of(language).getISO3Language();
    }
}
