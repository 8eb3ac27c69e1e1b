package org.polywire.translate;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.LanguageTag;
import org.polywire.model.Unit;
import org.polywire.translate.Sentences.Range;

/**
 * Finds quotations in a third language, neither the article's nor the edition's. They stay as the article has them: an engine of the pair knows
 * no word of theirs. A quotation with an element round some of its words is left to the engine, and so is one too short to tell. Safe to share
 * between threads.
 */
final class ForeignQuotations {
    private static final Pattern QUOTED = Pattern.compile("(?<=[«“„\"])[^«»“”„\"\\n]{40,600}(?=[»”“\"])");

    /** Fewer letters do not tell close languages apart. */
    private static final int LEAST_LETTERS = 40;

    private static final double CERTAIN = 0.99;

    /** Of a quotation in the article's own language so much of the words stands elsewhere in it, too: the small ones. */
    private static final double OWN = 0.5;

    private final LanguageIdentifier languages;
    private final LanguageTag from;
    private final LanguageTag to;
    private final List<String> texts;

    /** Empty until it is asked for: most articles have no long quotation. */
    private Set<String> own = Set.of();

    /**
     * @param texts of the article
     */
    ForeignQuotations(LanguageIdentifier languages, LanguageTag from, LanguageTag to, List<String> texts) {
        this.languages = languages;
        this.from = from;
        this.to = to;
        this.texts = List.copyOf(texts);
    }

    static ForeignQuotations of(Article article, LanguageIdentifier languages, LanguageTag to) {
        List<String> texts = article.units().stream().map(Unit::text).toList();
        return new ForeignQuotations(languages, article.language(), to, texts);
    }

    /** The article's words, without those in quotations. */
    private synchronized Set<String> own() {
        if (own.isEmpty()) {
            own = texts.stream()
                    .map(text -> QUOTED.matcher(text).replaceAll(""))
                    .flatMap(ForeignQuotations::words)
                    .collect(Collectors.toSet());
        }
        return own;
    }

    private static Stream<String> words(String text) {
        return Words.in(text).stream().map(range -> range.of(text));
    }

    /** Each without its quotation marks. */
    List<Range> in(MarkedLine line) {
        return QUOTED.matcher(line.text())
                .results()
                .filter(quotation -> isForeign(quotation.group()))
                .map((MatchResult quotation) -> new Range(quotation.start(), quotation.end()))
                .filter(range -> line.spans().stream().noneMatch(span -> cuts(span, range)))
                .toList();
    }

    private boolean isForeign(String text) {
        if (text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return false;
        }
        List<String> words = words(text).toList();
        long known = words.stream().filter(own()::contains).count();
        if (known >= OWN * words.size()) {
            return false;
        }
        List<Guess> guesses = languages.guesses(text);
        LanguageTag first = guesses.getFirst().language();
        return guesses.getFirst().confidence() >= CERTAIN && !first.sameLanguage(from) && !first.sameLanguage(to);
    }

    private static boolean cuts(Span<Mark> span, Range range) {
        return range.start() < span.start() && span.start() < range.end()
                || range.start() < span.end() && span.end() < range.end();
    }
}
