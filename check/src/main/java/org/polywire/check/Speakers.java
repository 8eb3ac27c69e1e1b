package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * A quotation is given to the person to whom the original gives it.
 *
 * <p>Held where of the words around a quotation one name is gone, and one came that stands elsewhere in the article's original:
 * a translator may leave a speaker's name out or say who “she” is, but does not let another speak. Single quotation marks are not
 * looked at, as they cannot be told from apostrophes.
 */
final class Speakers implements Check {
    private final Supplier<Signals> signals;

    /**
     * @param signals asked for names when the first quotation comes
     */
    Speakers(Supplier<Signals> signals) {
        this.signals = signals;
    }

    /** The words around quotations, which are left out. */
    private record Said(UnitPair unit, TextPair narration) {}

    @Override
    public Stream<Finding> review(Comparison comparison) {
        List<Said> all = comparison.units().stream().flatMap(Speakers::said).toList();
        if (all.isEmpty()) {
            return Stream.empty();
        }
        ArticleNames names = comparison.names(signals.get());
        CopiedNames copied = comparison.copied();
        return all.stream().flatMap(said -> review(said, names, copied));
    }

    private static Stream<Finding> review(Said said, ArticleNames names, CopiedNames copied) {
        TextPair narration = said.narration();
        if (!NameSigns.mayLack(narration)) {
            return Stream.empty();
        }
        List<String> gone =
                names.written(narration.source(), names.alone(narration).lost(), copied);
        if (gone.isEmpty()) {
            return Stream.empty();
        }
        List<String> came = names.written(narration.target(), names.fromElsewhere(narration), copied);
        return came.isEmpty()
                ? Stream.empty()
                : Stream.of(said.unit()
                        .hold(
                                FindingCode.QUOTATION_ATTRIBUTION,
                                String.join(" ", gone) + " → " + String.join(" ", came)));
    }

    /** The unit's sentences with quotations; those over which a quotation runs are one. */
    private static Stream<Said> said(UnitPair unit) {
        List<Said> all = new ArrayList<>();
        if (unit.texts().noneMatch(texts -> Quotations.hasMark(texts.source().written()))) {
            return all.stream();
        }
        StringBuilder source = new StringBuilder();
        StringBuilder target = new StringBuilder();
        for (Sentence sentence : unit.judged()) {
            source.append(sentence.pair().source()).append(' ');
            target.append(sentence.pair().target()).append(' ');
            if (Quotations.areClosed(source.toString())) {
                narration(unit, source.toString(), target.toString())
                        .map(texts -> new Said(unit, texts))
                        .forEach(all::add);
                source.setLength(0);
                target.setLength(0);
            }
        }
        return all.stream();
    }

    private static Stream<TextPair> narration(UnitPair unit, String source, String target) {
        return Quotations.standIn(source) && Quotations.standIn(target) && Quotations.areClosed(target)
                ? Stream.of(unit.texts(Quotations.narration(source), Quotations.narration(target)))
                : Stream.empty();
    }
}
