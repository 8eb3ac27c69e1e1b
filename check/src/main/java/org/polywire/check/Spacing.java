package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;

/**
 * Spaces where they belong and nowhere else: none before a comma, none missing after a sentence or where markup begins and ends.
 * What the original has as well is left alone.
 */
final class Spacing implements UnitCheck {
    /** Languages that write no spaces between words. */
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "km", "my");

    private static final String MARKS = ",.;:!?";

    private static final Pattern BEFORE_STOP = Pattern.compile("\\p{L}[\\p{Pe}\\p{Pf}\"]?\\h+[,.](?![.\\p{L}\\p{N}])");
    private static final Pattern BEFORE_SIGN = Pattern.compile("\\p{L}[\\p{Pe}\\p{Pf}\"]?\\h+[;:!?](?!\\p{L}|[-)(])");
    private static final Pattern GLUED_SENTENCES =
            Pattern.compile("\\p{Ll}{2}[.!?;:]\\p{Lu}\\p{Ll}|\\p{L}{2}[,;]\\p{L}{2}");
    private static final Pattern DOUBLE_SPACE = Pattern.compile("\\S(?: {2,}|\\t+)\\S");

    @Override
    public Stream<Finding> review(UnitPair unit) {
        if (WITHOUT_SPACES.contains(unit.to().language())) {
            return Stream.empty();
        }
        return Stream.of(
                        hasMarkAstray(unit.target()) ? marks(unit) : Stream.<Finding>empty(),
                        seams(unit),
                        doubled(unit))
                .flatMap(finding -> finding);
    }

    private static Stream<Finding> marks(UnitPair unit) {
        return Stream.of(
                        more(unit, BEFORE_STOP),
                        unit.to().language().equals("fr") ? Stream.<Finding>empty() : more(unit, BEFORE_SIGN),
                        more(unit, GLUED_SENTENCES))
                .flatMap(finding -> finding);
    }

    /** Whether a mark follows what is neither a letter nor a digit, or a letter follows it: without that no pattern of marks is found. */
    private static boolean hasMarkAstray(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0
                    && (!Character.isLetterOrDigit(text.charAt(i - 1))
                            || (i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1))))) {
                return true;
            }
        }
        return false;
    }

    /** Held where the pattern is found more often than in the original. */
    private static Stream<Finding> more(UnitPair unit, Pattern pattern) {
        String target = unit.target();
        List<MatchResult> found = pattern.matcher(target).results().toList();
        if (found.isEmpty()) {
            return Stream.empty();
        }
        long allowed = pattern.matcher(unit.source()).results().count();
        return found.stream()
                .skip(allowed)
                .map(hit -> unit.hold(
                        FindingCode.SPACING,
                        target.substring(Math.max(0, hit.start() - 15), Math.min(target.length(), hit.end() + 10))));
    }

    private static Stream<Finding> doubled(UnitPair unit) {
        return (unit.target().contains("  ") || unit.target().indexOf('\t') >= 0)
                        && DOUBLE_SPACE.matcher(unit.target()).find()
                        && !DOUBLE_SPACE.matcher(unit.source()).find()
                ? Stream.of(unit.note(FindingCode.SPACING, "two spaces"))
                : Stream.empty();
    }

    private static Stream<Finding> seams(UnitPair unit) {
        List<String> glued = glued(unit.targetContent());
        return glued.size() > glued(unit.sourceContent()).size()
                ? Stream.of(unit.hold(FindingCode.SPACING, String.join(", ", glued)))
                : Stream.empty();
    }

    /** The words that markup begins or ends in the middle of. */
    private static List<String> glued(List<Inline> content) {
        List<String> glued = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        leaves(content, texts);
        for (int i = 1; i < texts.size(); i++) {
            String before = texts.get(i - 1);
            String after = texts.get(i);
            if (letter(before.codePointBefore(before.length())) && letter(after.codePointAt(0))) {
                glued.add(last(before) + first(after));
            }
        }
        return glued;
    }

    private static void leaves(List<Inline> content, List<String> texts) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Text(String value) -> texts.add(value);
                case Inline.Verbatim(String value) -> texts.add(value);
                case Inline.LineBreak() -> texts.add("\n");
                case Inline.Emphasis(List<Inline> inner) -> leaves(inner, texts);
                case Inline.Strong(List<Inline> inner) -> leaves(inner, texts);
                case Inline.Link(var target, List<Inline> inner) -> leaves(inner, texts);
                case Inline.Quoted quoted -> leaves(quoted.spelt(), texts);
            }
        }
    }

    private static boolean letter(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    private static String last(String text) {
        List<Word> words = Word.of(text);
        return words.getLast().text();
    }

    private static String first(String text) {
        return Word.of(text).getFirst().text();
    }
}
