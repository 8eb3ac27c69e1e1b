package org.polywire.translate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polywire.model.SentencePair;

/**
 * Says of the sentences of one article what of them was not left to the engine. Safe to share between threads.
 *
 * @param names that must not change in the article
 * @param terms that count in it
 */
record ProtectionRules(
        Set<String> names,
        Terms terms,
        DisplayNames displayNames,
        Optional<Transliteration> transliteration,
        ForeignQuotations quotations) {

    Protection of(SentencePair pair) {
        String source = pair.source();
        String target = pair.target();
        return new Protection(
                Kept.in(source).stream().map(range -> range.of(source)).toList(),
                names.stream().filter(source::contains).sorted().toList(),
                terms.in(source).stream()
                        .map(match ->
                                match.range().of(source) + " → " + match.term().target())
                        .toList(),
                displayNames.in(source).stream()
                        .filter(match -> match.isIn(target))
                        .map(match -> match.source() + " → " + match.target())
                        .distinct()
                        .toList(),
                transliteration.map(rules -> rules.in(source, target)).orElse(List.of()),
                quotations.in(new MarkedLine(source, List.of())).stream()
                        .map(range -> range.of(source))
                        .filter(target::contains)
                        .toList());
    }
}
