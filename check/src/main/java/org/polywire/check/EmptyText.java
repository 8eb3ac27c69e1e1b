package org.polywire.check;

import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** A text with letters must have a translation with letters; so must each of its sentences. */
final class EmptyText implements UnitCheck {
    @Override
    public Stream<Finding> review(UnitPair unit) {
        if (empty(unit.whole())) {
            return Stream.of(unit.reject(FindingCode.EMPTY, unit.source()));
        }
        return unit.texts()
                .filter(EmptyText::empty)
                .map(text -> unit.reject(FindingCode.EMPTY, text.source().written()));
    }

    private static boolean empty(TextPair text) {
        return letters(text.source().written()) && !letters(text.target().written());
    }

    private static boolean letters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
