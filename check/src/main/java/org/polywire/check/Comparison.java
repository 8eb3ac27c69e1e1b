package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/**
 * An original beside its translation.
 *
 * @param units of the original, each beside the one at the same place; a lost unit stands beside an empty one
 */
record Comparison(Article original, Translation translation, List<UnitPair> units) {

    static Comparison of(Article original, Translation translation) {
        Article article = translation.article();
        Map<Place, Unit> targets = article.units().stream()
                .collect(Collectors.toMap(Unit::place, Function.identity(), (one, other) -> one));
        Map<Place, List<SentencePair>> sentences =
                translation.sentences().stream().collect(Collectors.groupingBy(SentencePair::place));
        List<UnitPair> units = original.units().stream()
                .map(unit -> new UnitPair(
                        unit.place(),
                        unit.role(),
                        original.language(),
                        article.language(),
                        unit.content(),
                        targets.containsKey(unit.place())
                                ? targets.get(unit.place()).content()
                                : List.of(),
                        sentences.getOrDefault(unit.place(), List.of())))
                .toList();
        return new Comparison(original, translation, units);
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
