package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Sentences.Range;

/** Paragraphs of news in many languages whose sentences are known, those held back apart. */
class SentenceSetTest {
    private static final List<String> LANGUAGES =
            List.of("en", "es", "ca", "pt", "fr", "de", "it", "nb", "sv", "da", "ru", "uk", "ar", "hi", "zh", "ja");

    private int right;
    private int found;
    private int wanted;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void sentencesAreThoseThatAReaderSees() {
        LANGUAGES.forEach(language -> measure(language, false));
        assertThat(f1()).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theyAreSoInParagraphsThatWereHeldBack() {
        LANGUAGES.forEach(language -> measure(language, true));
        assertThat(f1()).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.9);
    }

    private double f1() {
        return 2.0 * right / (found + wanted);
    }

    private void measure(String language, boolean heldBack) {
        Sentences sentences = new Sentences(new LanguageTag(language));
        List<String> lines =
                Lines.text("sentences/" + language + ".txt").lines().toList();
        int border = lines.indexOf("# held back");
        for (String line : heldBack ? lines.subList(border + 1, lines.size()) : lines.subList(0, border)) {
            measure(language, line, sentences);
        }
    }

    private void measure(String language, String line, Sentences sentences) {
        boolean spaced = !Set.of("zh", "ja").contains(language);
        StringBuilder text = new StringBuilder();
        Set<Integer> ends = new HashSet<>();
        for (String sentence : line.split("¦", -1)) {
            text.append(text.isEmpty() || !spaced ? "" : " ").append(sentence);
            ends.add(text.length());
        }
        List<Range> ranges = sentences.split(text.toString());
        Set<Integer> seen = new HashSet<>(ranges.stream().map(Range::end).toList());
        found += seen.size();
        wanted += ends.size();
        seen.retainAll(ends);
        right += seen.size();
        if (seen.size() != ends.size() || ranges.size() != ends.size()) {
            wrong.add(language + ": "
                    + String.join(
                            " ¦ ",
                            ranges.stream()
                                    .map(range -> range.of(text.toString()))
                                    .toList()));
        }
    }
}
