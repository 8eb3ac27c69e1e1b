package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.LanguageTag;

class ForeignQuotationsTest {
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();
    private static final String ENGLISH = "We will not give up until every one of our people is back at home";

    private static List<String> found(String from, String to, String text) {
        return found(from, to, new MarkedLine(text, List.of()));
    }

    private static List<String> found(String from, String to, MarkedLine line) {
        return new ForeignQuotations(LANGUAGES, new LanguageTag(from), new LanguageTag(to), List.of(line.text()))
                .in(line).stream().map(range -> range.of(line.text())).toList();
    }

    @Test
    void aQuotationInAThirdLanguageIsFoundBetweenAnyMarks() {
        for (String marks : List.of("«»", "“”", "\"\"", "„“")) {
            String line = "La presidenta dijo " + marks.charAt(0) + ENGLISH + marks.charAt(1) + " y se marchó.";
            assertThat(found("es", "ca", line)).containsExactly(ENGLISH);
        }
    }

    @Test
    void aQuotationInTheArticlesOrTheEditionsLanguageIsLeftToTheEngine() {
        String line = "La presidenta dijo «" + ENGLISH + "» y se marchó.";
        assertThat(found("es", "en", line)).isEmpty();
        assertThat(found("es", "ca", "Dijo «No vamos a rendirnos hasta que todos los nuestros estén en casa»."))
                .isEmpty();
        assertThat(found(
                        "es", "ca", "Dijo «No ens rendirem fins que tots els nostres siguin a casa una altra vegada»."))
                .isEmpty();
    }

    /** Small words that the article has elsewhere, too, make it the article's own language without a closer look. */
    @Test
    void aQuotationWithTheArticlesOwnSmallWordsIsItsOwn() {
        assertThat(found(
                        "es",
                        "ca",
                        "We say «" + ENGLISH + "», and we will not give it up, until one of our people is at home"))
                .isEmpty();
    }

    @Test
    void whatIsTooShortToTellOrHasAnElementInsideIsLeftToTheEngine() {
        assertThat(found("es", "ca", "Dijo «We will not give up» y se marchó.")).isEmpty();
        String line = "Dijo «" + ENGLISH + "» y se marchó.";
        Span<Mark> inside = new Span<>(10, 20, new Tag<>(0, false, new Mark.Emphasised()));
        assertThat(found("es", "ca", new MarkedLine(line, List.of(inside)))).isEmpty();
        Span<Mark> whole = new Span<>(0, line.length(), new Tag<>(0, false, new Mark.Emphasised()));
        assertThat(found("es", "ca", new MarkedLine(line, List.of(whole)))).containsExactly(ENGLISH);
    }
}
