package org.polywire.check;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** Markup, character references and placeholders that stayed in the text. */
final class Leftovers implements UnitCheck {
    private static final Pattern LEFT = Pattern.compile("\\{\\{|\\}\\}|\\[\\[|\\]\\]|\\$\\{|⟦|⟧"
            + "|&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\\d{1,6}|#x[0-9a-fA-F]{1,5});"
            + "|</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\\s[^<>]{0,200})?/?>"
            + "|\\[t:\\d+|XQZ[A-Z]+|\\[/?(?:caption|gallery|embed|video|audio)\\b|[\\uE000-\\uF8FF]");

    /** Of what each of them has one, beside the private characters. */
    private static final String SIGNS = "{}[]$⟦⟧&<X";

    @Override
    public Stream<Finding> review(UnitPair unit) {
        return mayHave(unit.target()) ? left(unit) : Stream.empty();
    }

    private static boolean mayHave(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (SIGNS.indexOf(sign) >= 0 || (sign >= '\uE000' && sign <= '\uF8FF')) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Finding> left(UnitPair unit) {
        return LEFT.matcher(unit.target())
                .results()
                .map(MatchResult::group)
                .map(mark -> unit.hold(FindingCode.PLACEHOLDER_LEFT, mark));
    }
}
