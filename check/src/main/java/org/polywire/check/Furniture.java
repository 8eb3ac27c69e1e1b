package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Unit.Role;

/** Buttons, teasers and other parts of a page that stand as a block of the story. */
final class Furniture implements UnitCheck {
    private static final Set<Role> JUDGED = Set.of(Role.PARAGRAPH, Role.HEADING, Role.STANDFIRST);

    private final Set<String> phrases;

    private Furniture(Set<String> phrases) {
        this.phrases = phrases;
    }

    static Furniture load() {
        return new Furniture(Lists.phrases("furniture.txt").values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        return JUDGED.contains(unit.role())
                        && (known(unit.source(), unit.sourceWords()) || known(unit.target(), unit.targetWords()))
                ? Stream.of(unit.hold(FindingCode.FURNITURE, unit.target()))
                : Stream.empty();
    }

    /** Whether a text, from its first word to its last, is a phrase. */
    private boolean known(String text, List<Word> words) {
        return !words.isEmpty()
                && phrases.contains(
                        text.substring(words.getFirst().start(), words.getLast().end())
                                .toLowerCase(Locale.ROOT)
                                .replace('’', '\''));
    }
}
