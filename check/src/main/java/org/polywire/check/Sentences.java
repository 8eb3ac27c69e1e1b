package org.polywire.check;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Characters, beside letters and digits, after which a sentence surely goes on. */
    private static final String WITHIN = " \u00A0,'’-–—\"“”„«»()[]/%$£€";

    /** Characters below which lengths say nothing. */
    private static final int SHORT = 60;

    private final Map<String, Set<String>> abbreviations;

    private final Likeness likeness;

    /** One for each language, to be copied: to make one takes much longer than to read a sentence. */
    private final Map<Locale, BreakIterator> iterators = new ConcurrentHashMap<>();

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
        return mayEndWithin(text) ? counted(text, language) : hasLettersOrDigits(text) ? 1 : 0;
    }

    /** Whether a character before the last letter may end a sentence; what is not known to do it does not. */
    private static boolean mayEndWithin(String text) {
        int last = text.length();
        while (last > 0 && !Character.isLetterOrDigit(text.codePointBefore(last))) {
            last -= Character.charCount(text.codePointBefore(last));
        }
        return text.substring(0, last)
                .codePoints()
                .anyMatch(character -> !Word.isLetterOrMark(character)
                        && !Character.isDigit(character)
                        && WITHIN.indexOf(character) < 0);
    }

    private static boolean hasLettersOrDigits(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private int counted(String text, LanguageTag language) {
        BreakIterator sentences = (BreakIterator) iterators
                .computeIfAbsent(language.locale(), BreakIterator::getSentenceInstance)
                .clone();
        sentences.setText(text);
        int count = 0;
        boolean open = false;
        for (int start = sentences.first(), end = sentences.next();
                end != BreakIterator.DONE;
                start = end, end = sentences.next()) {
            String sentence = text.substring(start, end);
            open |= hasLettersOrDigits(sentence);
            if (open && !endsInShortForm(sentence, language.language())) {
                count++;
                open = false;
            }
        }
        return open ? count + 1 : count;
    }

    private boolean endsInShortForm(String sentence, String language) {
        int stop = sentence.lastIndexOf('.');
        if (stop < 0) {
            return false;
        }
        int start = stop;
        while (start > 0 && !Character.isWhitespace(sentence.charAt(start - 1))) {
            start--;
        }
        Matcher last = SHORT_FORM.matcher(sentence);
        return last.find(start) && isShortForm(last.group(1).toLowerCase(Locale.ROOT), language);
    }

    private boolean isShortForm(String word, String language) {
        return word.length() == 1
                || abbreviations.getOrDefault(language, Set.of()).contains(word);
    }
}
