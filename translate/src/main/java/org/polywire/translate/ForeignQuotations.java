package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Sentences.Range;

/**
 * Finds quotations in a third language, neither the article's nor the edition's. They stay as the article has them: an engine of the pair knows
 * no word of theirs. A quotation with an element round some of its words is left to the engine, and so is one too short to tell. Safe to share
 * between threads.
 */
final class ForeignQuotations {
    private static final String OPENING = "«“„\"";
    private static final String CLOSING = "»”“\"";
    private static final String ENDS = OPENING + CLOSING + "\n";

    /** Between these is no sign of those above: one look at a character tells of most that it is none. */
    private static final char FIRST_LETTER = '#';

    private static final char LAST_LETTER = 'z';

    /** Fewer letters do not tell close languages apart. */
    private static final int LEAST_LETTERS = 40;

    private static final int LONGEST = 600;

    private static final double CERTAIN = 0.99;

    /** Of a quotation in the article's own language so much of the words stands elsewhere in it, too: the small ones. */
    private static final double OWN = 0.5;

    /** To tell the language of a quotation takes as long as to read so many texts. */
    private static final int TEXTS_FIRST = 50;

    private final LanguageIdentifier languages;
    private final LanguageTag from;
    private final LanguageTag to;
    private final List<String> texts;

    /** Words of the first texts, outside of quotations: those of so many texts as were needed until now. */
    private final Set<String> own = new HashSet<>();

    private int read;

    /**
     * @param texts of the article
     */
    ForeignQuotations(LanguageIdentifier languages, LanguageTag from, LanguageTag to, List<String> texts) {
        this.languages = languages;
        this.from = from;
        this.to = to;
        this.texts = List.copyOf(texts);
    }

    /** @param units all of the article */
    static ForeignQuotations of(
            List<SourceUnit> units, LanguageIdentifier languages, LanguageTag from, LanguageTag to) {
        return new ForeignQuotations(
                languages, from, to, units.stream().map(SourceUnit::text).toList());
    }

    /**
     * Whether so many of these words stand in the article outside of quotations that it hardly is another language.
     *
     * @param more how many more of the article's texts may be read to tell
     */
    private synchronized boolean isOwn(List<String> words, int more) {
        int end = Math.min(texts.size(), read + more);
        while (!isKnown(words) && read < end) {
            addWords(texts.get(read++));
        }
        return isKnown(words);
    }

    private boolean isKnown(List<String> words) {
        int known = 0;
        for (String word : words) {
            known += own.contains(word) ? 1 : 0;
        }
        return known >= OWN * words.size();
    }

    private void addWords(String text) {
        int start = 0;
        for (Range quotation : quoted(text)) {
            addWords(text, start, quotation.start());
            start = quotation.end();
        }
        addWords(text, start, text.length());
    }

    private void addWords(String text, int from, int to) {
        for (Range word : Words.in(text, from, to)) {
            own.add(word.of(text));
        }
    }

    /** Each without its quotation marks. */
    List<Range> in(MarkedLine line) {
        List<Range> quoted = quoted(line.text());
        return quoted.isEmpty()
                ? quoted
                : quoted.stream()
                        .filter(quotation -> isForeign(quotation.of(line.text())))
                        .filter(quotation -> line.spans().stream().noneMatch(span -> cuts(span, quotation)))
                        .toList();
    }

    /** What stands between a sign that opens and the next sign, if that closes. */
    private static List<Range> quoted(String text) {
        List<Range> quoted = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (isOneOf(OPENING, text.charAt(i))) {
                int end = endOfQuotation(text, i + 1);
                int length = end - i - 1;
                boolean closed = end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0;
                if (closed && length >= LEAST_LETTERS && length <= LONGEST) {
                    quoted.add(new Range(i + 1, end));
                }
                i = end - 1;
            }
        }
        return quoted;
    }

    private static int endOfQuotation(String text, int start) {
        int end = start;
        while (end < text.length() && !isOneOf(ENDS, text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOneOf(String signs, char character) {
        return (character < FIRST_LETTER || character > LAST_LETTER) && signs.indexOf(character) >= 0;
    }

    private boolean isForeign(String text) {
        if (text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return false;
        }
        List<String> words =
                Words.in(text).stream().map(range -> range.of(text)).toList();
        return !isOwn(words, TEXTS_FIRST) && isOfThirdLanguage(text) && !isOwn(words, texts.size());
    }

    private boolean isOfThirdLanguage(String text) {
        List<Guess> guesses = languages.guesses(text);
        LanguageTag first = guesses.getFirst().language();
        return guesses.getFirst().confidence() >= CERTAIN && !first.sameLanguage(from) && !first.sameLanguage(to);
    }

    private static boolean cuts(Span<Mark> span, Range range) {
        return range.start() < span.start() && span.start() < range.end()
                || range.start() < span.end() && span.end() < range.end();
    }
}
