package org.polywire.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/**
 * The sentences of a translation that may be left in the original's words: those of paragraphs, also in lists and quotations, but not the one
 * that the text begins with if its paragraph has no other. Without it nobody could tell from the text what the article is about.
 *
 * @param all of those paragraphs
 * @param quotable those of them that may be
 */
record Quotable(List<SentencePair> all, Set<SentencePair> quotable) {
    /** A text of which more is in another language is no translation. */
    private static final int PART = 3;

    static Quotable of(Article original, Translation translation) {
        List<Place> paragraphs = paragraphs(Place.BODY, original.body()).toList();
        List<SentencePair> all = translation.sentences().stream()
                .filter(pair -> paragraphs.contains(pair.place()))
                .toList();
        List<SentencePair> first = all.stream()
                .filter(pair -> pair.place().equals(paragraphs.getFirst()))
                .toList();
        return new Quotable(
                all,
                all.stream()
                        .filter(pair -> first.size() > 1 || !first.contains(pair))
                        .collect(Collectors.toSet()));
    }

    /** Whether just these may be left in the original's words, at most so many. */
    boolean allows(Collection<SentencePair> quoted, int most) {
        return quoted.size() <= Math.min(most, all.size() / PART) && quotable.containsAll(quoted);
    }

    private static Stream<Place> paragraphs(Place place, List<Block> blocks) {
        return IntStream.range(0, blocks.size()).boxed().flatMap(i -> paragraphs(place.child(i), blocks.get(i)));
    }

    private static Stream<Place> paragraphs(Place place, Block block) {
        return switch (block) {
            case Paragraph paragraph -> Stream.of(place);
            case Quote(List<Block> content) -> paragraphs(place, content);
            case Listing(boolean ordered, List<List<Block>> items) ->
                IntStream.range(0, items.size()).boxed().flatMap(i -> paragraphs(place.child(i), items.get(i)));
            case Heading heading -> Stream.empty();
            case Figure figure -> Stream.empty();
            case Table table -> Stream.empty();
            case Embed embed -> Stream.empty();
            case Divider divider -> Stream.empty();
            case Note note -> Stream.empty();
        };
    }
}
