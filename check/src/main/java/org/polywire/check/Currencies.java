package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** A currency's sign is not exchanged for another's: where one is in the original and gone, no other comes in. */
final class Currencies implements UnitCheck {
    private final Map<String, List<String>> words;

    private Currencies(Map<String, List<String>> words) {
        this.words = words;
    }

    static Currencies load() {
        return new Currencies(Lists.words("currencies.txt"));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<String> lost = lacking(unit.source(), unit.target());
        List<String> added = lacking(unit.target(), unit.source());
        return lost.isEmpty() || added.isEmpty()
                ? Stream.empty()
                : Stream.of(unit.hold(FindingCode.NUMBER_CHANGED, lost + " → " + added));
    }

    /** How many currencies were exchanged for others. */
    int difference(String source, String target) {
        return Math.min(lacking(source, target).size(), lacking(target, source).size());
    }

    /** The signs in a text for which the other has neither sign nor word. */
    private List<String> lacking(String text, String other) {
        return words.keySet().stream()
                .filter(sign -> text.contains(sign) && !named(sign, other))
                .toList();
    }

    private boolean named(String sign, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.contains(sign)
                || words.getOrDefault(sign, List.of()).stream().anyMatch(lower::contains);
    }
}
