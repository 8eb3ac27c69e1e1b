package org.polywire.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/**
 * Which sentences of a translation that is held are to blame: of a paragraph with a finding those that, read alone, are held for the same;
 * all of it where none is, as with a finding that lies between sentences.
 */
final class Culprits {
    private static final Place ALONE = Place.BODY.child(0);

    private final Article original;
    private final Translation translation;
    private final BiFunction<Article, Translation, Verdict> review;

    Culprits(Article original, Translation translation, BiFunction<Article, Translation, Verdict> review) {
        this.original = original;
        this.translation = translation;
        this.review = review;
    }

    /** In reading order; empty if something that holds the translation lies in no sentence, or in one that a person worded or readers have read. */
    Set<SentencePair> of(Collection<Finding> findings) {
        Map<Place, Set<FindingCode>> holding = codes(findings);
        Map<Place, List<SentencePair>> pairs = translation.sentences().stream()
                .filter(pair -> !WithoutQuoted.isQuoted(pair))
                .collect(Collectors.groupingBy(SentencePair::place));
        Set<SentencePair> culprits = new LinkedHashSet<>();
        for (Map.Entry<Place, Set<FindingCode>> entry : holding.entrySet()) {
            List<SentencePair> found = of(pairs.getOrDefault(entry.getKey(), List.of()), entry.getValue());
            if (found.isEmpty() || found.stream().anyMatch(pair -> pair.provenance() != Provenance.MACHINE)) {
                return Set.of();
            }
            culprits.addAll(found);
        }
        return translation.sentences().stream()
                .filter(culprits::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with what each is held for; empty also if one is not held for it when it is read alone. */
    Map<SentencePair, List<String>> explained(Collection<Finding> findings) {
        Map<Place, Set<FindingCode>> holding = codes(findings);
        Map<SentencePair, List<String>> culprits = new LinkedHashMap<>();
        for (SentencePair pair : of(findings)) {
            List<String> own = alone(pair).findings().stream()
                    .filter(finding -> finding.place().equals(ALONE) && finding.severity() != Severity.NOTE)
                    .filter(finding ->
                            holding.getOrDefault(pair.place(), Set.of()).contains(finding.code()))
                    .map(finding -> finding.code() + ": " + finding.evidence())
                    .toList();
            if (own.isEmpty()) {
                return Map.of();
            }
            culprits.put(pair, own);
        }
        return culprits;
    }

    private List<SentencePair> of(List<SentencePair> pairs, Set<FindingCode> codes) {
        List<SentencePair> found = pairs.stream()
                .filter(pair -> codes(alone(pair).findings()).getOrDefault(ALONE, Set.of()).stream()
                        .anyMatch(codes::contains))
                .toList();
        return found.isEmpty() ? pairs : found;
    }

    private static Map<Place, Set<FindingCode>> codes(Collection<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .collect(Collectors.groupingBy(Finding::place, Collectors.mapping(Finding::code, Collectors.toSet())));
    }

    /** What is thought of an article that has the headline and this one sentence. */
    private Verdict alone(SentencePair pair) {
        LanguageTag to = translation.article().language();
        return review.apply(
                article(original.headline(), original.language(), pair.source()),
                new Translation(
                        article(translation.article().headline(), to, pair.target()),
                        translation.from(),
                        translation.route(),
                        translation.at(),
                        List.of(pair.in(ALONE))));
    }

    private Article article(String headline, LanguageTag language, String sentence) {
        return Article.of(
                original.address(),
                original.outlet(),
                language,
                headline,
                List.of(new Block.Paragraph(Inlines.ofText(sentence))));
    }
}
