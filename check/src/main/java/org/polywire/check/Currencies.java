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
        List<String> lost = words.keySet().stream()
                .filter(sign -> unit.source().contains(sign) && !named(sign, unit.target()))
                .toList();
        List<String> added = words.keySet().stream()
                .filter(sign -> unit.target().contains(sign) && !named(sign, unit.source()))
                .toList();
        return lost.isEmpty() || added.isEmpty()
                ? Stream.empty()
                : Stream.of(unit.hold(FindingCode.NUMBER_CHANGED, lost + " → " + added));
    }

    private boolean named(String sign, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.contains(sign)
                || words.getOrDefault(sign, List.of()).stream().anyMatch(lower::contains);
    }
}
