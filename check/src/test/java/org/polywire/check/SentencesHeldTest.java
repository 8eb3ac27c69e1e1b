package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.FindingCode;

/** The sentences in {@code sentences/}: sound ones pass, and such with a fault are held for it. */
class SentencesHeldTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    /** A line of a table; the last column is a code, or says that the sentence passes. */
    record Line(String from, String to, String source, String target, String outcome) {
        static Line of(String line) {
            String[] columns = line.split(" \\| ", -1);
            assertThat(columns).as(line).hasSize(5);
            return new Line(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        boolean passes() {
            return outcome.equals("passes");
        }

        List<FindingCode> held() {
            return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
        }
    }

    private static Stream<Line> lines() {
        return Stream.of("european", "east-asian", "turkish-vietnamese-hindi", "right-to-left")
                .flatMap(table -> Lists.lines("sentences/" + table + ".txt"))
                .map(Line::of);
    }

    private static Stream<Line> sound() {
        return lines().filter(Line::passes);
    }

    private static Stream<Line> faulty() {
        return lines().filter(line -> !line.passes());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void whatIsSoundPasses(Line line) {
        assertThat(line.held()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void whatIsFaultyIsHeld(Line line) {
        assertThat(line.held()).contains(FindingCode.valueOf(line.outcome()));
    }
}
