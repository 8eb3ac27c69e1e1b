package org.polywire.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A story as a typed document, in one language.
 *
 * @param address the canonical address of the original, also in a translation
 * @param kicker the line over the headline; empty if none
 * @param headline plain text, never blank
 * @param standfirst the summary under the headline; empty if none
 * @param section as the source names it; empty if unknown
 * @param licence the address of the licence that the page states; empty if none
 * @param body in reading order; a lead picture is its first block
 */
public record Article(
        URI address,
        Outlet outlet,
        LanguageTag language,
        String kicker,
        String headline,
        List<Inline> standfirst,
        List<Byline> bylines,
        Dates dates,
        String section,
        List<String> tags,
        String licence,
        Access access,
        List<Block> body) {

    /**
     * @throws IllegalArgumentException if the headline is blank or the address is relative
     */
    public Article {
        Absolute.require(address);
        if (headline.isBlank()) {
            throw new IllegalArgumentException("an article without a headline");
        }
        standfirst = Inlines.canonical(standfirst);
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
        body = List.copyOf(body);
    }

    /** An article of which no more is known than its headline and its body: free, without dates, people, section and tags. */
    public static Article of(URI address, Outlet outlet, LanguageTag language, String headline, List<Block> body) {
        return new Article(
                address,
                outlet,
                language,
                "",
                headline,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "",
                List.of(),
                "",
                Access.FREE,
                body);
    }

    /** Every run of text that is translated as one, in reading order; runs without content are left out. */
    public List<Unit> units() {
        return Units.of(this);
    }

    /**
     * The same document in another language: each unit's content replaced by what {@code change} makes of it, all else as
     * it is.
     */
    public Article mapUnits(LanguageTag newLanguage, Function<Unit, List<Inline>> change) {
        return Units.map(this, newLanguage, change);
    }

    /** The first picture of the body. */
    public Optional<Block.Figure> leadFigure() {
        return body.stream()
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .findFirst();
    }

    /** The article without its body and pictures: headline, standfirst and link. */
    public Article headlineOnly() {
        return withBody(List.of());
    }

    /** The same under another body. */
    public Article withBody(List<Block> newBody) {
        return new Article(
                address,
                outlet,
                language,
                kicker,
                headline,
                standfirst,
                bylines,
                dates,
                section,
                tags,
                licence,
                access,
                newBody);
    }

    /** What readers see as its text, to be compared with another such: without dates, tags and access. */
    public Article textOnly() {
        return new Article(
                address,
                outlet,
                language,
                kicker,
                headline,
                standfirst,
                bylines,
                Dates.UNKNOWN,
                section,
                List.of(),
                licence,
                Access.UNKNOWN,
                body);
    }
}
