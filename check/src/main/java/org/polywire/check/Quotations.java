package org.polywire.check;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * Quotation marks come in pairs wherever the original's do, and there are as many.
 *
 * <p>Only double marks are counted: a single one cannot be told from an apostrophe.
 */
final class Quotations implements UnitCheck {
    private static final Pattern ANY = Pattern.compile("[\"“”„«»‟＂「」『』]");

    /** Languages whose opening and closing marks are not “ ” or « », so that only their number is compared. */
    private static final Set<String> OTHER_STYLE = Set.of(
            "de", "sv", "fi", "da", "nb", "nn", "cs", "sk", "sl", "hr", "sr", "bg", "hu", "pl", "ro", "lt", "is", "et",
            "he", "ar");

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String source = unit.source();
        String target = unit.target();
        if (balanced(source, unit.from().language())
                && !balanced(target, unit.to().language())) {
            return Stream.of(unit.hold(FindingCode.QUOTE_UNBALANCED, target));
        }
        return marks(source) == marks(target)
                ? Stream.empty()
                : Stream.of(unit.hold(
                        FindingCode.QUOTE_COUNT, marks(source) + " marks in the original, here " + marks(target)));
    }

    private static long marks(String text) {
        return ANY.matcher(text).results().count();
    }

    private static boolean balanced(String text, String language) {
        if (marks(text) % 2 != 0) {
            return false;
        }
        return OTHER_STYLE.contains(language) || (paired(text, '“', '”') && paired(text, '«', '»'));
    }

    /** Each opening mark is followed by its closing one. */
    private static boolean paired(String text, char open, char close) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            if (text.charAt(i) == open) {
                depth++;
            } else if (text.charAt(i) == close) {
                depth--;
            }
        }
        return depth == 0;
    }
}
