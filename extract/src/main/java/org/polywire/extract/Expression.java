package org.polywire.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that most texts do not have in them, with the needles of which a text must hold one to have it: so most texts
 * cost one look at each letter. Immutable.
 */
final class Expression {
    private final Pattern pattern;
    private final Needles needles;

    /**
     * @param needles in either case, one of which is in every match
     */
    Expression(Pattern pattern, List<String> needles) {
        this.pattern = pattern;
        this.needles = Needles.of(needles);
    }

    /** With the needles that the expression itself tells. */
    static Expression of(String expression) {
        Set<String> needs = Needs.of(expression);
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("nothing is needed for " + expression);
        }
        return new Expression(Pattern.compile(expression), List.copyOf(needs));
    }

    boolean isIn(String text) {
        return needles.areIn(text) && pattern.matcher(text).find();
    }

    /** The first match in a text. */
    @Nullable
    Matcher find(String text) {
        Matcher matcher = needles.areIn(text) ? pattern.matcher(text) : null;
        return matcher != null && matcher.find() ? matcher : null;
    }

    /** A text without the first match. */
    String takenFrom(String text) {
        return needles.areIn(text) ? pattern.matcher(text).replaceFirst("") : text;
    }
}
