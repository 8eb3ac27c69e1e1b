package org.polywire.translate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Inline;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.UnitLines.Translated;

/**
 * Some units of a translation in the place of what it had there.
 *
 * @param way in which they were made
 */
record Mending(Article article, Translation translation, Route.Machine way) {

    /** What no longer is as it was is known as {@link Provenance#RESEGMENTED}, or as {@link Provenance#REROUTED} if it took another way. */
    Translation with(Map<Place, Translated> units, Instant at) {
        Map<Place, List<Inline>> before = translation.article().units().stream()
                .collect(Collectors.toMap(Unit::place, Unit::content, (one, other) -> one));
        Article target = article.mapUnits(
                translation.article().language(),
                unit -> made(units, unit)
                        .map(Translated::content)
                        .orElseGet(() -> before.getOrDefault(unit.place(), List.of())));
        Map<Place, List<SentencePair>> pairs =
                translation.sentences().stream().collect(Collectors.groupingBy(SentencePair::place));
        List<SentencePair> sentences = article.units().stream()
                .flatMap(unit -> made(units, unit)
                        .map(this::mended)
                        .orElseGet(() -> pairs.getOrDefault(unit.place(), List.of()).stream()))
                .toList();
        return new Translation(target, translation.from(), translation.route(), at, sentences);
    }

    private static Optional<Translated> made(Map<Place, Translated> units, Unit unit) {
        return Optional.ofNullable(units.get(unit.place()));
    }

    private Stream<SentencePair> mended(Translated unit) {
        Set<SentencePair> known = new HashSet<>(translation.sentences());
        return unit.sentences().stream()
                .map(pair -> pair.provenance() == Provenance.MACHINE && !known.contains(pair) ? mended(pair) : pair);
    }

    private SentencePair mended(SentencePair pair) {
        return way.equals(translation.route()) ? pair.by(Provenance.RESEGMENTED) : pair.by(way);
    }
}
