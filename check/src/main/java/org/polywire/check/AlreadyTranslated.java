package org.polywire.check;

import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** An original that says of itself that a machine translated it: a translation of a translation is not published. */
final class AlreadyTranslated implements UnitCheck {
    /** Characters above which a block is a story about machine translation, not a notice. */
    private static final int LONGEST_NOTICE = 400;

    private final List<String> phrases;

    private AlreadyTranslated(List<String> phrases) {
        this.phrases = phrases;
    }

    static AlreadyTranslated load() {
        return new AlreadyTranslated(Lists.phrases("machine-translated.txt").values().stream()
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String text = unit.whole().source().lower().replace('’', '\'');
        return text.length() <= LONGEST_NOTICE && phrases.stream().anyMatch(text::contains)
                ? Stream.of(unit.reject(FindingCode.ALREADY_TRANSLATED, unit.source()))
                : Stream.empty();
    }
}
