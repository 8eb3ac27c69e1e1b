package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.translate.Passage.Run;

/**
 * A passage as Apertium's stream format wants it: special characters escaped, marks as word-bound blanks, sentences parted by the
 * format blank {@code [s]}, which does not change the translation, and what must be kept as a made-up word
 * ({@code Xqzabq}), or, in a second try, as a format blank.
 */
final class ApertiumText {
    /** How text that is kept travels through the engine. */
    enum Disguise {
        /** As a word that no dictionary has; it keeps the place of a noun in the sentence. */
        WORD,
        /** As a blank; it cannot get lost, but the sentence has a hole. */
        BLANK
    }

    static final Pattern PLACEHOLDER = Pattern.compile("xqz([a-p]+)q", Pattern.CASE_INSENSITIVE);
    private static final String BORDER = "[s]";
    private static final String ESCAPED = "[]{}/$@^\\<>";
    /** Signs that the engine would take for its own marks or delete. */
    private static final String UNSENDABLE = "*#~";

    private static final String STOPS = ".!?…。！？؟";
    private static final String CLOSING = "\"'”’»›)]";
    /**
     * The stop at the end of a sentence, after a word in small letters that may look like an abbreviation: in <i>va dir.</i> the
     * analyser would see <i>dir.</i>, the director. A single letter may be one, unless it is a place holder of a program: <i>%d.</i>
     */
    private static final Pattern FINAL_STOP = Pattern.compile(
            "(?<![\\p{L}\\p{M}.])((?!etc)(?:\\p{Ll}{2,}|(?<=%)\\p{Ll})(?:\\[\\[/]])?)(\\.(?:\\[\\[/]]|[\"'”’»)])*\\s*)$");

    /** What may stand after the last word, beside a space. */
    private static final String AFTER_WORD = "[/]." + CLOSING;

    private static final char SOFT_HYPHEN = '\u00AD';

    private final Disguise disguise;
    private final List<Map<String, String>> instead;
    private final StringBuilder stream = new StringBuilder();
    private final List<String> kept = new ArrayList<>();
    private final List<Boolean> stopAdded = new ArrayList<>();
    private final Map<Integer, Integer> markOfKept = new HashMap<>();
    private final List<Integer> sentenceOfKept = new ArrayList<>();
    private Pattern names = Pattern.compile("");

    /**
     * @param instead for each sentence the names in it that are kept like all else that is kept, with what stands for each
     */
    ApertiumText(Passage passage, Disguise disguise, List<Map<String, String>> instead) {
        this.disguise = disguise;
        this.instead = instead;
        for (int i = 0; i < passage.sentences().size(); i++) {
            if (i > 0) {
                stream.append(BORDER);
            }
            sentence(passage.sentences().get(i));
        }
    }

    /** What one of the programs says of each sentence. */
    static List<String> parted(String answer) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = answer.indexOf(BORDER); end >= 0; end = answer.indexOf(BORDER, start)) {
            sentences.add(answer.substring(start, end));
            start = end + BORDER.length();
        }
        sentences.add(answer.substring(start));
        return sentences;
    }

    /** A pattern for any of these names as whole words, the longest first. */
    static Pattern anyOf(Set<String> names) {
        String alternatives = names.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
    }

    String stream() {
        return stream.toString();
    }

    /** What stands behind the placeholder of this number. */
    String kept(int number) {
        return kept.get(number);
    }

    int keptCount() {
        return kept.size();
    }

    /** The mark of the piece that a kept text was. */
    int markOfKept(int number) {
        return markOfKept.getOrDefault(number, 0);
    }

    /** The number of the sentence that a kept text is in. */
    int sentenceOfKept(int number) {
        return sentenceOfKept.get(number);
    }

    /** Whether a full stop was added to this sentence, so that the tagger sees its end. */
    boolean stopAdded(int sentence) {
        return stopAdded.get(sentence);
    }

    int sentences() {
        return stopAdded.size();
    }

    private void sentence(List<Run> runs) {
        int start = stream.length();
        if (!instead().isEmpty()) {
            names = anyOf(instead().keySet());
        }
        runs.forEach(this::run);
        boolean add = !ended(Passage.text(runs));
        if (add) {
            stream.append('.');
        }
        stopAdded.add(add);
        Matcher stop = FINAL_STOP
                .matcher(stream)
                .region(Math.max(start, lastWord()), stream.length())
                .useTransparentBounds(true);
        if (stop.lookingAt()) {
            stream.insert(stop.start(2), "[]");
        }
    }

    /** Where the letters begin that stand before the stop, if there is one. */
    private int lastWord() {
        int start = before(stream.length(), character -> AFTER_WORD.indexOf(character) >= 0 || character == ' ');
        return before(start, Character::isLowerCase);
    }

    private int before(int end, IntPredicate skipped) {
        int start = end;
        while (start > 0 && skipped.test(stream.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether a stop ends it, inside or outside of quotation marks. */
    private static boolean ended(String sentence) {
        int last = sentence.stripTrailing().length() - 1;
        while (last >= 0 && CLOSING.indexOf(sentence.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && STOPS.indexOf(sentence.charAt(last)) >= 0;
    }

    /** Of the sentence that is being written. */
    private Map<String, String> instead() {
        return instead.get(stopAdded.size());
    }

    private void run(Run run) {
        if (run.text().isBlank()) {
            escape(run.text());
        } else if (run.mark() > 0) {
            stream.append("[[").append(run.mark()).append("]]");
            content(run);
            stream.append("[[/]]");
        } else {
            content(run);
        }
    }

    private void content(Run run) {
        if (run.kept()) {
            keep(run.fixed(), run.mark());
        } else if (instead().isEmpty()) {
            escape(run.text());
        } else {
            disguiseNames(run);
        }
    }

    private void disguiseNames(Run run) {
        Matcher matcher = names.matcher(run.text());
        int done = 0;
        while (matcher.find()) {
            escape(run.text().substring(done, matcher.start()));
            keep(instead().getOrDefault(matcher.group(), matcher.group()), run.mark());
            done = matcher.end();
        }
        escape(run.text().substring(done));
    }

    private void keep(String text, int mark) {
        String number = letters(kept.size());
        markOfKept.put(kept.size(), mark);
        kept.add(text);
        sentenceOfKept.add(stopAdded.size());
        switch (disguise) {
            case WORD -> stream.append("Xqz").append(number).append('q');
            case BLANK -> stream.append("[Xqz").append(number).append("q]");
        }
    }

    private void escape(String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != ' ' && !Words.isLetter(character) && !Character.isDigit(character)) {
                stream.append(text, done, i);
                escape(text.codePointAt(i));
                i += Character.charCount(text.codePointAt(i)) - 1;
                done = i + 1;
            }
        }
        stream.append(text, done, text.length());
    }

    private void escape(int character) {
        if (UNSENDABLE.indexOf(character) >= 0) {
            stream.append('[').appendCodePoint(character).append(']');
        } else if (ESCAPED.indexOf(character) >= 0) {
            stream.append('\\').appendCodePoint(character);
        } else if (Character.isISOControl(character)) {
            stream.append(' ');
        } else if (character != SOFT_HYPHEN && !isSurrogate(character)) {
            stream.appendCodePoint(character);
        }
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        int rest = number;
        do {
            letters.append((char) ('a' + rest % 16));
            rest /= 16;
        } while (rest > 0);
        return letters.reverse().toString();
    }

    static int number(String letters) {
        int number = 0;
        for (char letter : letters.toCharArray()) {
            number = number * 16 + (Character.toLowerCase(letter) - 'a');
        }
        return number;
    }
}
