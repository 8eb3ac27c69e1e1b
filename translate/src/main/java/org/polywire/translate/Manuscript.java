package org.polywire.translate;

import java.util.List;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;

/**
 * A text that is no article, to be translated without a change to what is around its words: it is taken apart into runs of inline content, each
 * translated as one, and written again with other words in their place. Immutable.
 */
public sealed interface Manuscript permits PlainManuscript, HtmlManuscript {

    /** Plain text in which each line is a run, as LibreTranslate and its like take it. */
    static Manuscript lines(String text) {
        return PlainManuscript.of(text, PlainManuscript.LINE_END);
    }

    /** Plain text in which a run ends with an empty line; a paragraph may be broken into lines anywhere. */
    static Manuscript paragraphs(String text) {
        return PlainManuscript.of(text, PlainManuscript.EMPTY_LINE);
    }

    /**
     * A page or a fragment of HTML. What is written has the elements of what was read and no others: words come in as text, always.
     *
     * @throws IllegalArgumentException if a run holds more elements than a text has
     */
    static Manuscript html(String html) {
        return HtmlManuscript.of(html);
    }

    /** What there is to translate, in reading order; none is blank. */
    List<List<Inline>> runs();

    /**
     * The text with other words.
     *
     * @param translations of each of the runs, in their order
     * @param language that they are in
     * @throws IllegalArgumentException if there are more or fewer than runs
     */
    String write(List<List<Inline>> translations, LanguageTag language);
}
