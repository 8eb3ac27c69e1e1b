package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/**
 * Reads what Apertium sends back: escapes, its marks for words in trouble ({@code * @ #}), word-bound blanks, format blanks and
 * the placeholders of kept text. Not safe to share between threads.
 */
final class ApertiumAnswer {
    /** An article or preposition that lost its vowel and clings to the next word. */
    private static final Pattern ELIDED = Pattern.compile("^(\\p{L}{1,3}['’])(\\p{L}.*)$");

    private final String answer;
    private final ApertiumText request;
    private final MarkSharing sharing;
    private final List<Sentence> sentences = new ArrayList<>();
    private final int[] keptSeen;

    private final List<Word> words = new ArrayList<>();
    private final List<Word> inBlank = new ArrayList<>();
    private final StringBuilder space = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private Evidence evidence = Evidence.GOOD;
    private List<Integer> marks = List.of();
    private boolean wellFormed = true;
    private int at;

    ApertiumAnswer(String answer, ApertiumText request, Passage passage) {
        this.answer = answer;
        this.request = request;
        this.sharing = new MarkSharing(passage);
        this.keptSeen = new int[request.keptCount()];
        read();
    }

    /** As many as were sent, or one if the engine lost a border. */
    List<Sentence> sentences() {
        return sentences.size() == request.sentences() ? List.copyOf(sentences) : List.of(joined());
    }

    private Sentence joined() {
        return new Sentence(sentences.stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList());
    }

    boolean wellFormed() {
        return wellFormed;
    }

    /** The numbers of the kept texts that are not there exactly once. */
    List<Integer> lost() {
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < keptSeen.length; i++) {
            if (keptSeen[i] != 1) {
                lost.add(i);
            }
        }
        return lost;
    }

    private void read() {
        while (at < answer.length()) {
            char next = answer.charAt(at);
            switch (next) {
                case '\\' -> literal();
                case '[' -> blank();
                case '*' -> trouble(Evidence.UNKNOWN);
                case '@' -> trouble(Evidence.UNTRANSLATED);
                case '#' -> trouble(Evidence.UNINFLECTED);
                case '^', '$' -> malformed();
                default -> character(next);
            }
        }
        endSentence();
    }

    private void literal() {
        if (at + 1 < answer.length()) {
            text.append(answer.charAt(at + 1));
        }
        at += 2;
    }

    private void malformed() {
        wellFormed = false;
        at++;
    }

    private void trouble(Evidence kind) {
        evidence = kind;
        at++;
    }

    private void character(char next) {
        if (Character.isWhitespace(next)) {
            endWord();
            space.append(next);
            at++;
        } else {
            int end = endOfLetters(at + 1);
            text.append(answer, at, end);
            at = end;
        }
    }

    /** Where something else follows than letters, none of which means anything but itself. */
    private int endOfLetters(int start) {
        int end = start;
        while (end < answer.length() && Words.isLetter(answer.charAt(end))) {
            end++;
        }
        return end;
    }

    private void blank() {
        boolean bound = answer.startsWith("[[", at);
        int end = answer.indexOf(bound ? "]]" : "]", at);
        if (end < 0) {
            wellFormed = false;
            at = answer.length();
        } else if (bound) {
            bound(answer.substring(at + 2, end));
            at = end + 2;
        } else {
            format(answer.substring(at + 1, end));
            at = end + 1;
        }
    }

    private void bound(String content) {
        endWord();
        endBlank();
        marks = content.equals("/") ? List.of() : numbers(content);
    }

    private List<Integer> numbers(String content) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : content.indexOf(';') < 0 ? List.of(content) : List.of(content.split(";", -1))) {
            String digits = part.strip();
            if (digits.length() < 9 && isNumber(digits)) {
                numbers.add(Integer.parseInt(digits));
            } else {
                wellFormed = false;
            }
        }
        return numbers;
    }

    private static boolean isNumber(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > 0 && end == text.length();
    }

    private void format(String content) {
        if (content.equals("s")) {
            endSentence();
        } else {
            text.append(content);
        }
    }

    private void endSentence() {
        endWord();
        endBlank();
        if (sentences.size() < request.sentences() && request.stopAdded(sentences.size())) {
            removeStop();
        }
        sentences.add(new Sentence(words));
        words.clear();
    }

    private void removeStop() {
        if (!words.isEmpty() && words.getLast().text().endsWith(".")) {
            Word last = words.removeLast();
            String rest = last.text().substring(0, last.text().length() - 1);
            if (!rest.isEmpty()) {
                words.add(new Word(last.before(), rest, last.marks(), last.evidence()));
            }
        }
    }

    private void endBlank() {
        words.addAll(marks.isEmpty() ? inBlank : sharing.share(inBlank, marks));
        inBlank.clear();
    }

    private void endWord() {
        if (!text.isEmpty()) {
            split(text.toString());
            text.setLength(0);
            evidence = Evidence.GOOD;
        }
    }

    /** Parts a word from the punctuation round it. */
    private void split(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && Words.isPunctuation(token.charAt(start))) {
            start++;
        }
        while (end > start && Words.isPunctuation(token.charAt(end - 1))) {
            end--;
        }
        add(token.substring(0, start), Evidence.GOOD, List.of());
        core(token.substring(start, end));
        add(token.substring(end), Evidence.GOOD, List.of());
    }

    private void core(String core) {
        if (!(mayHoldPlaceholder(core) && placeholder(core) || hasApostrophe(core) && elided(core))) {
            add(core, evidence, List.of());
        }
    }

    private boolean placeholder(String core) {
        Matcher placeholder = ApertiumText.PLACEHOLDER.matcher(core);
        boolean found = placeholder.find();
        if (found) {
            add(core.substring(0, placeholder.start()), Evidence.GOOD, List.of());
            keptText(placeholder);
            core(core.substring(placeholder.end()));
        }
        return found;
    }

    private boolean elided(String core) {
        Matcher elided = ELIDED.matcher(core);
        boolean found = elided.matches();
        if (found) {
            add(elided.group(1), Evidence.GOOD, List.of());
            core(elided.group(2));
        }
        return found;
    }

    /** Most words have none, and the pattern is slow. One that was never sent is looked for, too: it tells that answers are mixed up. */
    private static boolean mayHoldPlaceholder(String text) {
        return text.indexOf('q') >= 0 || text.indexOf('Q') >= 0;
    }

    private static boolean hasApostrophe(String text) {
        return text.indexOf('\'') >= 0 || text.indexOf('’') >= 0;
    }

    private void keptText(Matcher placeholder) {
        int number = ApertiumText.number(placeholder.group(1));
        if (number < 0 || number >= keptSeen.length) {
            add(placeholder.group(), Evidence.UNKNOWN, List.of());
        } else {
            keptSeen[number]++;
            int mark = request.markOfKept(number);
            add(request.kept(number), Evidence.KEPT, mark > 0 ? List.of(mark) : List.of());
        }
    }

    private static boolean isSingle(CharSequence space) {
        return space.length() == 1 && space.charAt(0) == ' ';
    }

    private void add(String word, Evidence about, List<Integer> own) {
        if (!word.isEmpty()) {
            inBlank.add(new Word(isSingle(space) ? " " : space.toString(), word, own, about));
            space.setLength(0);
        }
    }
}
