package org.polywire.check;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Unit;

/**
 * A name or a number that the original's headline shares with its text is the same in the translation's headline and text.
 *
 * <p>Held where the headline exchanged it for another and at least two sentences below kept it. Where all words of a headline have a
 * capital, those sentences tell what is a name; what came must be one by itself.
 */
final class HeadlineAndBody implements Check {
    /** Sentences that keep it; one alone may be the one that is wrong. */
    private static final int LEAST_SENTENCES = 2;

    /** A number before a headline: its first word has no capital for its place alone. */
    private static final String NOT_FIRST = "0 ";

    private final Supplier<Signals> signals;

    /**
     * @param signals asked for names when the first headline comes
     */
    HeadlineAndBody(Supplier<Signals> signals) {
        this.signals = signals;
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        List<TextPair> body = comparison.units().stream()
                .filter(unit -> unit.role() != Unit.Role.HEADLINE)
                .flatMap(UnitPair::texts)
                .toList();
        return body.size() < LEAST_SENTENCES
                ? Stream.empty()
                : comparison.units().stream()
                        .filter(unit -> unit.role() == Unit.Role.HEADLINE)
                        .flatMap(headline -> Stream.concat(
                                names(headline, body, comparison.names(signals.get())), numbers(headline, body)));
    }

    private static Stream<Finding> names(UnitPair headline, List<TextPair> body, ArticleNames names) {
        TextPair texts = headline.texts(NOT_FIRST + headline.source(), NOT_FIRST + headline.target());
        if (!NameSigns.mayLack(texts)) {
            return Stream.empty();
        }
        NameSigns signs = names.alone(texts);
        Set<String> came = names.sureOfTarget(signs.strange());
        Set<String> gone = signs.lost().keySet();
        if (came.isEmpty() || gone.isEmpty()) {
            return Stream.empty();
        }
        List<Set<String>> kept = body.stream()
                .map(text -> names.sureOfSource(names.alone(text).kept()))
                .toList();
        Set<String> common = gone.stream()
                .filter(name -> isIn(kept, sentence -> sentence.contains(name)))
                .collect(Collectors.toSet());
        return common.isEmpty()
                ? Stream.empty()
                : Stream.of(headline.hold(FindingCode.HEADLINE_BODY, names.evidence(texts, common, came)));
    }

    private static Stream<Finding> numbers(UnitPair headline, List<TextPair> body) {
        Numbers.Difference difference = headline.whole().numbers();
        if (Numbers.digits(difference.missing()) == 0 || Numbers.digits(difference.added()) == 0) {
            return Stream.empty();
        }
        List<List<Amount>> kept = body.stream().map(Numbers::kept).toList();
        return difference.missing().stream()
                .filter(Amount::digits)
                .filter(amount -> isIn(kept, sentence -> sentence.stream().anyMatch(amount::mayBe)))
                .map(amount -> amount.shown() + " → "
                        + difference.added().stream().map(Amount::shown).collect(Collectors.joining(", ")))
                .map(evidence -> headline.hold(FindingCode.HEADLINE_BODY, evidence));
    }

    private static <T> boolean isIn(List<T> sentences, Predicate<T> has) {
        return sentences.stream().filter(has).count() >= LEAST_SENTENCES;
    }
}
