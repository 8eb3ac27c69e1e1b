package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** A translation is about as long as the pair of languages lets expect; shorter texts may differ more. */
final class Lengths implements UnitCheck {
    private static final int SHORT = 40;
    private static final int LONG = 120;

    /** For pairs that were not measured. */
    private static final List<Double> ANY_PAIR = List.of(0.4, 2.5, 0.45, 2.2);

    private final Map<String, List<Double>> ratios;

    private Lengths(Map<String, List<Double>> ratios) {
        this.ratios = ratios;
    }

    static Lengths load() {
        return new Lengths(Lists.words("length-ratios.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Double::valueOf).toList())));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        return Stream.concat(Stream.of(unit.whole()), unit.texts())
                .distinct()
                .filter(text ->
                        outside(text, unit.from().language() + "-" + unit.to().language()))
                .map(text -> unit.hold(
                        FindingCode.LENGTH_RATIO,
                        text.source().written().length() + " → "
                                + text.target().written().length() + " characters: "
                                + text.target().written()));
    }

    private boolean outside(TextPair text, String pair) {
        int length = text.source().written().length();
        if (length < SHORT) {
            return false;
        }
        List<Double> range = ratios.getOrDefault(pair, ANY_PAIR);
        int at = length <= LONG ? 0 : 2;
        double ratio = (double) text.target().written().length() / length;
        return ratio < range.get(at) || ratio > range.get(at + 1);
    }
}
