package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/** An original beside its translation, as one review reads it; used by one thread. */
final class Comparison {
    private final Article original;
    private final Translation translation;
    private final List<UnitPair> units;
    private @Nullable ArticleNames names;
    private @Nullable CopiedNames copied;

    private Comparison(Article original, Translation translation, List<UnitPair> units) {
        this.original = original;
        this.translation = translation;
        this.units = units;
    }

    static Comparison of(Article original, Translation translation) {
        Article article = translation.article();
        Map<Place, Unit> targets = article.units().stream()
                .collect(Collectors.toMap(Unit::place, Function.identity(), (one, other) -> one));
        Map<Place, List<SentencePair>> sentences =
                translation.sentences().stream().collect(Collectors.groupingBy(SentencePair::place));
        List<UnitPair> units = original.units().stream()
                .map(unit -> new UnitPair(
                        unit,
                        original.language(),
                        article.language(),
                        targets.containsKey(unit.place())
                                ? targets.get(unit.place()).content()
                                : List.of(),
                        sentences.getOrDefault(unit.place(), List.of())))
                .toList();
        return new Comparison(original, translation, units);
    }

    Article original() {
        return original;
    }

    Translation translation() {
        return translation;
    }

    /** The units of the original, each beside the one at the same place; a lost unit stands beside an empty one. */
    List<UnitPair> units() {
        return units;
    }

    /** The names of the article, read when the first check asks for them. */
    ArticleNames names(Signals signals) {
        ArticleNames read = names;
        if (read == null) {
            read = signals.names(this);
            names = read;
        }
        return read;
    }

    /** The words with capitals that the translation copies, read when the first check asks for them. */
    CopiedNames copied() {
        CopiedNames read = copied;
        if (read == null) {
            read = CopiedNames.of(this);
            copied = read;
        }
        return read;
    }

    /** The units' words in the original, in order. */
    Stream<Word> sourceWords() {
        return units.stream().flatMap(unit -> unit.sourceWords().stream());
    }

    /** The units' words in the translation, in order. */
    Stream<Word> targetWords() {
        return units.stream().flatMap(unit -> unit.targetWords().stream());
    }

    /** The units' texts in the original, a line each. */
    String sourceText() {
        return units.stream().map(UnitPair::source).collect(Collectors.joining("\n"));
    }

    /** The units' texts in the translation, a line each. */
    String targetText() {
        return units.stream().map(UnitPair::target).collect(Collectors.joining("\n"));
    }
}
