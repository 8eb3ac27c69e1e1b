package org.polywire.translate;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.LanguageTag;

/**
 * Splits text of one language into sentences: ICU's rules with its suppressions, then our own lists of abbreviations. It does
 * not cut after an abbreviation or initial, before a small letter, or inside a quotation. Safe to share between threads.
 */
final class Sentences {
    /** A sentence longer than this is cut between words; a quotation longer than this may be cut. */
    static final int MAX_LENGTH = 2_000;

    private static final int MAX_QUOTATION = 600;
    /** What may stand in an abbreviation beside letters, marks and numbers. */
    private static final String IN_ABBREVIATION = ".ªº·-";

    /** What a sentence can end with, by Unicode's rules, ICU's for Greek, and ours. */
    private static final UnicodeSet STOPS =
            new UnicodeSet("[\\p{SB=ATerm}\\p{SB=STerm}\\p{SB=Sep}\\p{SB=CR}\\p{SB=LF};\u037E…]").freeze();

    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.-?)*\\p{Lu}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern HYPHENATED_INITIALS = Pattern.compile("\\p{Lu}\\.-\\p{Lu}");
    private static final Pattern AFTER_NUMBER = Pattern.compile("\\d[  ][^ ]{1,5}$");

    /** Where a sentence may end although ICU's rules do not say so: a stop or an ellipsis, a space, and a capital. */
    private static final Pattern MISSED = Pattern.compile("[.…][\"”’»)]?\\s+(?=[\"“«¿¡„]?\\p{Lu})");

    /** Where a clause may end: the space after a mark. */
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[,;:–—،؛])\\s+");

    /** Of fewer characters an engine learns too little to translate them well. */
    private static final int SHORTEST_CLAUSE = 15;

    private static final Pattern STOPPED_TOKEN = Pattern.compile("(\\S*)[.…][\"”’»)]?");
    private static final int LONGEST_WORD = 200;
    private static final Pattern INITIALISM = Pattern.compile("(?:\\p{Lu}\\.)+\\p{Lu}");

    /** Words that begin an English sentence, but hardly the name of an institution after an abbreviation: <i>the U.S. Senate</i>. */
    private static final Pattern ENGLISH_BEGINNING = Pattern.compile(
            "(?:The|He|She|It|They|We|I|You|His|Her|Their|Its|This|That|These|Those|A|An|And|But|In|On|At|For|From|As|When|If|There|Most"
                    + "|Many|Some|Other|One|After|Before|Since|While|Not|No)\\b.*",
            Pattern.DOTALL);

    /** Languages that write ordinal numbers with a full stop. */
    private static final List<String> ORDINAL_STOP =
            List.of("de", "nb", "nn", "da", "fi", "cs", "sk", "hu", "hr", "sl", "et");

    /** A range of characters, without the white space round it. */
    record Range(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    private enum Kind {
        NEVER_LAST,
        MAYBE_LAST,
        BEFORE_NUMBER,
        /** Never last, unless a number stands before it: <i>г. Орёл</i>, but <i>в 2019 г.</i> */
        UNLESS_AFTER_NUMBER,
        /** A word like others, although ICU takes it for an abbreviation. */
        WORD
    }

    private final LanguageTag language;
    private final Map<String, Kind> abbreviations = new HashMap<>();
    /** Making one takes as long as splitting a hundred sentences, so each text gets a copy. */
    private final BreakIterator prototype;

    Sentences(LanguageTag language) {
        this.language = language;
        this.prototype =
                BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language.language() + "-u-ss-standard"));
        String file = "abbreviations/" + language.language() + ".txt";
        if (Lines.exists(file)) {
            Lines.of(file).forEach(line -> line.forEach(this::addAbbreviation));
        }
    }

    private void addAbbreviation(String entry) {
        Kind kind = switch (entry.charAt(entry.length() - 1)) {
            case '+' -> Kind.MAYBE_LAST;
            case '=' -> Kind.BEFORE_NUMBER;
            case '~' -> Kind.UNLESS_AFTER_NUMBER;
            case '!' -> Kind.WORD;
            default -> Kind.NEVER_LAST;
        };
        abbreviations.put(entry.replaceFirst("[+=~!]$", ""), kind);
    }

    /** What a text is cut into, in order; what lies between is white space, or nothing where an endless sentence was cut. */
    List<Range> split(String text, Segmentation segmentation) {
        List<Range> sentences = split(text);
        return switch (segmentation) {
            case SENTENCES -> sentences;
            case CLAUSES ->
                sentences.stream()
                        .flatMap(sentence -> clauses(text, sentence).stream())
                        .toList();
            case JOINED -> joined(sentences);
        };
    }

    private static List<Range> clauses(String text, Range sentence) {
        List<Range> clauses = new ArrayList<>();
        Matcher mark = CLAUSE_END.matcher(text).region(sentence.start(), sentence.end());
        int start = sentence.start();
        while (mark.find()) {
            if (Math.min(mark.start() - start, sentence.end() - mark.end()) >= SHORTEST_CLAUSE) {
                clauses.add(new Range(start, mark.start()));
                start = mark.end();
            }
        }
        clauses.add(new Range(start, sentence.end()));
        return clauses;
    }

    /** Engines take no sentence that is longer than the longest. */
    private static List<Range> joined(List<Range> sentences) {
        boolean whole = sentences.size() > 1
                && sentences.getLast().end() - sentences.getFirst().start() <= MAX_LENGTH;
        return whole
                ? List.of(new Range(
                        sentences.getFirst().start(), sentences.getLast().end()))
                : sentences;
    }

    /** The sentences in order; what lies between them is white space, or nothing where an endless one was cut. */
    List<Range> split(String text) {
        BitSet ends = mayEndInside(text) ? ends(text) : new BitSet();
        List<Range> sentences = new ArrayList<>();
        int start = 0;
        for (int end = ends.nextSetBit(0); end >= 0 && end < text.length(); end = ends.nextSetBit(end + 1)) {
            if (isEnd(text, start, end)) {
                add(text, start, end, sentences);
                start = end;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    /** Whether a word or a number stands after a stop. Few lines have one, and ICU reads the others for nothing. */
    private static boolean mayEndInside(String text) {
        int stop = STOPS.span(text, SpanCondition.NOT_CONTAINED);
        return Words.hasLetterOrDigit(text, stop);
    }

    private BitSet ends(String text) {
        BreakIterator breaks = (BreakIterator) prototype.clone();
        breaks.setText(text);
        BitSet ends = new BitSet();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.set(end);
        }
        addMissed(text, ends);
        return ends;
    }

    private void addMissed(String text, BitSet ends) {
        Matcher missed = MISSED.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            boolean stop = text.charAt(i) == '.' || text.charAt(i) == '…';
            if (stop && missed.region(i, text.length()).lookingAt() && isOurs(text, missed.end())) {
                ends.set(missed.end());
            }
        }
    }

    /** Whether ICU is wrong not to see an end: after an ellipsis, an address or a word that it takes for an abbreviation. */
    private boolean isOurs(String text, int end) {
        String left = text.substring(Math.max(0, end - LONGEST_WORD), end).stripTrailing();
        Matcher token = STOPPED_TOKEN.matcher(left).region(lastToken(left), left.length());
        if (!token.matches()) {
            return false;
        }
        String word = token.group(1);
        return left.endsWith("…")
                || word.contains("/")
                || abbreviations.get(word.toLowerCase(Locale.ROOT)) == Kind.WORD;
    }

    /** Where begins what stands after the last space. */
    private static int lastToken(String text) {
        int start = text.length();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static void add(String text, int from, int to, List<Range> sentences) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        while (end - start > MAX_LENGTH) {
            int cut = cut(text, start);
            sentences.add(new Range(start, cut));
            start = cut;
            while (isSpace(text.charAt(start))) {
                start++;
            }
        }
        if (start < end) {
            sentences.add(new Range(start, end));
        }
    }

    private static int cut(String text, int start) {
        int limit = start + MAX_LENGTH;
        for (String separator : List.of("; ", ", ", " ")) {
            int cut = text.lastIndexOf(separator, limit - 2);
            if (cut > start + MAX_LENGTH / 4) {
                return cut + separator.length() - 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private boolean isEnd(String text, int start, int end) {
        String left = text.substring(start, end).stripTrailing();
        String right = text.substring(end, Math.min(text.length(), end + 80)).stripLeading();
        if (left.isEmpty() || !Words.hasLetterOrDigit(right)) {
            return false;
        }
        return !Character.isLowerCase(right.codePointAt(0))
                && !isAbbreviated(left, right)
                && (left.length() > MAX_QUOTATION || !Quotations.open(left));
    }

    private boolean isAbbreviated(String left, String right) {
        String word = wordBeforeStop(left);
        if (word.isEmpty()) {
            return false;
        }
        boolean beforeNumber = Character.isDigit(right.codePointAt(0));
        if (NUMBER.matcher(word).matches()) {
            return ORDINAL_STOP.contains(language.language());
        }
        Kind kind = abbreviations.get(word.toLowerCase(Locale.ROOT));
        if (kind == null) {
            return word.length() == 1 && INITIALS.matcher(word).matches()
                    || HYPHENATED_INITIALS.matcher(word).matches()
                    || beforeNumber && hasAbbreviatedEnding(word);
        }
        return switch (kind) {
            case NEVER_LAST -> true;
            case MAYBE_LAST ->
                isEnglishInitialism(word) && !ENGLISH_BEGINNING.matcher(right).matches();
            case BEFORE_NUMBER -> beforeNumber;
            case UNLESS_AFTER_NUMBER -> !AFTER_NUMBER.matcher(left).find();
            case WORD -> false;
        };
    }

    /** The word before the full stop at the end; empty if there is none. */
    private static String wordBeforeStop(String text) {
        int end = text.endsWith(".") ? text.length() - 1 : 0;
        int start = end;
        while (start > 0 && isInAbbreviation(text.codePointBefore(start))) {
            start = text.offsetByCodePoints(start, -1);
        }
        return text.substring(start, end);
    }

    private static boolean isInAbbreviation(int character) {
        int type = Character.getType(character);
        return Character.isLetter(character)
                || IN_ABBREVIATION.indexOf(character) >= 0
                || type >= Character.NON_SPACING_MARK && type <= Character.OTHER_NUMBER;
    }

    /** As in <i>Havnegt. 7</i>: the end of the word is the abbreviation, which the list has with a hyphen before it. */
    private boolean hasAbbreviatedEnding(String word) {
        return abbreviations.keySet().stream()
                .filter(entry -> entry.startsWith("-"))
                .anyMatch(entry -> word.toLowerCase(Locale.ROOT).endsWith(entry.substring(1)));
    }

    private boolean isEnglishInitialism(String word) {
        return language.language().equals("en") && INITIALISM.matcher(word).matches();
    }
}
