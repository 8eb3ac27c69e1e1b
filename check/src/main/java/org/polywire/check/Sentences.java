package org.polywire.check;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;

/** As many sentences as in the original; one more or fewer may be style and is a note, unless the length is off as well. */
final class Sentences implements UnitCheck {
    private static final Pattern SHORT_FORM = Pattern.compile("([\\p{L}\\p{M}.ªº]+|\\d+)\\.[\\s\\p{Pe}\\p{Pf}]*$");

    /** Ratio of lengths beyond which one sentence more or fewer is held. */
    private static final double MUCH = 1.35;

    /** Characters below which lengths say nothing. */
    private static final int SHORT = 60;

    private final Map<String, Set<String>> abbreviations;

    private final Likeness likeness;

    private Sentences(Map<String, Set<String>> abbreviations, Likeness likeness) {
        this.abbreviations = abbreviations;
        this.likeness = likeness;
    }

    static Sentences load(Likeness likeness) {
        return new Sentences(Lists.sets("abbreviations.txt"), likeness);
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        int source = count(unit.source(), unit.from());
        int target = count(unit.target(), unit.to());
        if (source == target || source == 0 || target == 0) {
            return Stream.empty();
        }
        String evidence = source + " → " + target + " sentences";
        boolean many = Math.abs(source - target) > 1 && likeness.isLiteral(unit.source(), unit.target(), unit)
                || isOff(unit, source < target);
        return Stream.of(
                many
                        ? unit.hold(FindingCode.SENTENCE_COUNT, evidence)
                        : unit.note(FindingCode.SENTENCE_COUNT, evidence));
    }

    private static boolean isOff(UnitPair unit, boolean more) {
        if (unit.source().length() < SHORT) {
            return false;
        }
        double ratio =
                (double) unit.target().length() / Math.max(1, unit.source().length());
        return more ? ratio > MUCH : ratio < 1 / MUCH;
    }

    private int count(String text, LanguageTag language) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language.locale());
        sentences.setText(text);
        int count = 0;
        boolean open = false;
        for (int start = sentences.first(), end = sentences.next();
                end != BreakIterator.DONE;
                start = end, end = sentences.next()) {
            String sentence = text.substring(start, end);
            open |= sentence.codePoints().anyMatch(Character::isLetterOrDigit);
            if (open && !endsInShortForm(sentence, language.language())) {
                count++;
                open = false;
            }
        }
        return open ? count + 1 : count;
    }

    private boolean endsInShortForm(String sentence, String language) {
        Matcher last = SHORT_FORM.matcher(sentence);
        return last.find() && isShortForm(last.group(1).toLowerCase(Locale.ROOT), language);
    }

    private boolean isShortForm(String word, String language) {
        return word.length() == 1
                || abbreviations.getOrDefault(language, Set.of()).contains(word);
    }
}
