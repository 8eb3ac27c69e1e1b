package org.polywire.check;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * Quotation marks come in pairs wherever the original's do, and there are as many.
 *
 * <p>A quotation may run over several paragraphs: a mark without its partner is a note where the paragraph before or after has one
 * too. Their number is held where the wording is literal and a note elsewhere. Only double marks are counted: a single one cannot be told
 * from an apostrophe.
 */
final class Quotations implements Check {
    private final Likeness likeness;

    Quotations(Likeness likeness) {
        this.likeness = likeness;
    }

    private static final String MARKS = "\"“”„«»‟＂「」『』";

    private static final Pattern QUOTATION = Pattern.compile("[" + MARKS + "][^" + MARKS + "]*[" + MARKS + "]");

    private static final int MOST_WORDS_OF_A_TERM = 3;

    private static final Pattern ANY = Pattern.compile("[" + MARKS + "]");

    /** Languages whose opening and closing marks are not « », so that only their number is compared. */
    private static final Set<String> OTHER_STYLE = Set.of(
            "de", "sv", "fi", "da", "nb", "nn", "cs", "sk", "sl", "hr", "sr", "bg", "hu", "pl", "ro", "lt", "is", "et",
            "he", "ar");

    @Override
    public Stream<Finding> review(Comparison comparison) {
        List<UnitPair> units = comparison.units();
        return IntStream.range(0, units.size()).boxed().flatMap(i -> review(units, i));
    }

    private Stream<Finding> review(List<UnitPair> units, int at) {
        UnitPair unit = units.get(at);
        if (isBalanced(unit.source(), unit.from().language())
                && !isBalanced(unit.target(), unit.to().language())) {
            return Stream.of(
                    isOpen(units, at - 1)
                                    || isOpen(units, at + 1)
                                    || leavesSinglesOpen(unit.source())
                                    || hasSinglesInstead(unit.source(), unit.target())
                            ? unit.note(FindingCode.QUOTE_UNBALANCED, unit.target())
                            : unit.hold(FindingCode.QUOTE_UNBALANCED, unit.target()));
        }
        if (halfIsGone(unit) && !takesOver(units, at - 1) && !takesOver(units, at + 1)) {
            return Stream.of(unit.hold(FindingCode.QUOTE_UNBALANCED, unit.target()));
        }
        return count(unit, unit.source(), unit.target());
    }

    /** Whether the one mark of a quotation that ends or begins in another paragraph is missing. */
    private static boolean halfIsGone(UnitPair unit) {
        return !areClosed(unit.source())
                && areClosed(unit.target())
                && marks(unit.target()) < marks(unit.source())
                && !hasSinglesInstead(unit.target(), unit.source())
                && !hasMarkForApostrophe(unit.source());
    }

    /** An opening mark, or a closing one that is no apostrophe; after an opening one any that ends a word closes it. Dutch has {@code ’s} and {@code ’t}. */
    private static final Pattern CURLED = Pattern.compile("(?<open>(?<![\\p{L}\\p{N}])‘(?![stnk]\\b)(?=[\\p{L}\\p{N}]))"
            + "|(?<sure>(?<=\\p{P})’(?!\\p{L})|’(?=[,.;:?!]|\\s*$))|(?<perhaps>’(?!\\p{L}))");

    /** Whether a text writes single marks, as Dutch papers do, where the other writes double ones, and leaves one of them alone as that does. */
    private static boolean hasSinglesInstead(String text, String other) {
        int all = 0;
        int open = 0;
        int alone = 0;
        Matcher mark = CURLED.matcher(text);
        while (mark.find()) {
            boolean opens = mark.group("open") != null;
            boolean closes = !opens && open > 0;
            boolean counts = opens || closes || mark.group("sure") != null;
            all += counts ? 1 : 0;
            open += opens ? 1 : closes ? -1 : 0;
            alone += counts && !opens && !closes ? 1 : 0;
        }
        return open + alone == 1 && marks(other) - marks(text) == all;
    }

    /** A mark where an apostrophe may stand. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})[\"”](?=\\p{L})|(?<=s)[\"”](?= \\p{L})");

    /** Whether a mark was typed for an apostrophe ({@code the Lakers" site}, {@code l”any}), as no quotation is open there: no translation has it. */
    private static boolean hasMarkForApostrophe(String text) {
        return APOSTROPHE.matcher(text).results().anyMatch(mark -> areClosed(text.substring(0, mark.start())));
    }

    /** Whether a paragraph beside it opens or closes what it does not in the original, so that the quotation was cut elsewhere. */
    private static boolean takesOver(List<UnitPair> units, int at) {
        return at >= 0
                && at < units.size()
                && areClosed(units.get(at).source()) != areClosed(units.get(at).target());
    }

    /** Whether a quotation runs from this unit into another or out of one. */
    private static boolean isOpen(List<UnitPair> units, int at) {
        return at >= 0 && at < units.size() && !areClosed(units.get(at).target());
    }

    private static final Pattern SINGLE_OPENS = Pattern.compile("(?<!\\p{L})[‘‚'‹](?=\\p{L})");
    private static final Pattern SINGLE_CLOSES = Pattern.compile("(?<=[\\p{L}\\p{P}])[‘’'›](?!\\p{L})");

    /** Whether a text without double marks has more opening single ones, which stand for them, than closing ones. */
    private static boolean leavesSinglesOpen(String text) {
        return marks(text) == 0
                && SINGLE_OPENS.matcher(text).results().count()
                        > SINGLE_CLOSES.matcher(text).results().count();
    }

    /** Words of the writer between dashes within one pair of marks, as Russian, Polish and Spanish have them ({@code «A, — сказал он, — b»}). */
    private static final Pattern INTERRUPTION =
            Pattern.compile("[,.!?…]\\s?[—–]\\s?[^" + MARKS + "—–]{2,80}[,.]\\s?[—–]\\s");

    /** The marks that other languages have about what interrupts the quotations of a text. */
    private static long interruptions(String text) {
        return 2
                * QUOTATION
                        .matcher(text)
                        .results()
                        .mapToLong(quotation -> INTERRUPTION
                                .matcher(quotation.group())
                                .results()
                                .count())
                        .sum();
    }

    private Stream<Finding> count(UnitPair unit, String source, String target) {
        long before = marks(source);
        long after = marks(target);
        if (before == after
                || before + singles(source) == after
                || before == after + singles(target)
                || before == after + interruptions(target)
                || before + interruptions(source) == after
                || closesAParagraph(source, target)) {
            return Stream.empty();
        }
        String evidence = before + " marks in the original, here " + after;
        boolean cut = areClosed(source) != areClosed(target);
        return Stream.of(
                !cut
                                && sayings(source, unit.from().language())
                                        != sayings(target, unit.to().language())
                                && (likeness.isLiteral(source, target, unit) || isLiteralThere(source, target))
                        ? unit.hold(FindingCode.QUOTE_COUNT, evidence)
                        : unit.note(FindingCode.QUOTE_COUNT, evidence));
    }

    /** Quotations of more than a few words: what is shorter is a title, a term or a name, and longer titles are, which papers mark or do not. */
    private static long sayings(String text, String language) {
        return QUOTATION
                .matcher(withoutShortForms(text))
                .results()
                .map(quotation -> Word.of(quotation.group()))
                .filter(words -> words.size() > MOST_WORDS_OF_A_TERM && !isTitle(words, language))
                .count();
    }

    /** Letters of a word that titles write small, where they write others with a capital ({@code of}, {@code the}, {@code las}). */
    private static final int SMALL_WORD = 3;

    /** Whether every longer word has a capital, and half of all words: a saying may have names. German nouns have one anyway. */
    private static boolean isTitle(List<Word> words, String language) {
        long capitals =
                words.stream().filter(word -> isCapitalised(word.text())).count();
        return !language.equals("de")
                && 2 * capitals >= words.size()
                && words.stream().allMatch(word -> word.text().length() <= SMALL_WORD || isCapitalised(word.text()));
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    /** Marks of quotations in single marks that are closed. */
    private static long singles(String text) {
        long opened = SINGLE_OPENS.matcher(text).results().count();
        long closed = SINGLE_CLOSES.matcher(text).results().count();
        return 2 * Math.min(opened, closed);
    }

    /** English leaves a quotation open that goes on in the next paragraph, other languages close it and open it anew. */
    private static boolean closesAParagraph(String source, String target) {
        return !areClosed(source) && marks(target) == marks(source) + 1;
    }

    /** Whether the wording is literal around the first mark of the text that has more of them. */
    private static boolean isLiteralThere(String source, String target) {
        boolean lost = marks(source) > marks(target);
        String more = lost ? source : target;
        List<Word> words = Word.of(more);
        Matcher first = ANY.matcher(withoutShortForms(more));
        int start = first.find() ? first.start() : 0;
        int at = (int) words.stream().takeWhile(word -> word.end() <= start).count();
        return at < words.size() && Likeness.sameSurroundings(words, at, Word.of(lost ? target : source));
    }

    /** Whether every quotation of a text ends in it, as far as the number of marks tells. */
    static boolean areClosed(String text) {
        return marks(text) % 2 == 0;
    }

    /** The quotations of a text with their marks. */
    static Stream<MatchResult> spans(String text) {
        return QUOTATION.matcher(withoutShortForms(text)).results();
    }

    static boolean standIn(String text) {
        return marks(text) > 1 && QUOTATION.matcher(withoutShortForms(text)).find();
    }

    /** A text without its quotations. A number stands for each, and at the start: no capital is there for its place alone. */
    static String narration(String text) {
        return "0 " + QUOTATION.matcher(withoutShortForms(text)).replaceAll("0");
    }

    /** A mark within a Hebrew word, which makes it a short form: before its last letter, or that and an ending ({@code צה"ל}, {@code יו"רית}). */
    private static final Pattern WITHIN_WORD = Pattern.compile("(?<=[א-ת])[" + MARKS
            + "](?=[א-ת](?![א-ת]))|(?<=[א-ת]{2})[" + MARKS + "](?=[א-ת](?:ית|ים|יות|ות|י)(?![א-ת]))");

    /** A text without the marks that stand within Hebrew words and are none of quotations. */
    static String withoutShortForms(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'א' && text.charAt(i) <= 'ת') {
                return WITHIN_WORD.matcher(text).replaceAll("״");
            }
        }
        return text;
    }

    /** Whether a text has a mark of a quotation, or of a Hebrew short form. */
    static boolean hasMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static long marks(String written) {
        String text = withoutShortForms(written);
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks += isMark(text.charAt(i)) ? 1 : 0;
        }
        return marks;
    }

    /** Asked for every sign of every text, so that letters are told first: of the marks one is of ASCII, and none is a letter. */
    private static boolean isMark(char sign) {
        return sign == '"' || (sign >= '«' && !Character.isLetter(sign) && MARKS.indexOf(sign) >= 0);
    }

    private static boolean isBalanced(String text, String language) {
        if (!areClosed(text)) {
            return false;
        }
        return OTHER_STYLE.contains(language) || paired(text, '«', '»');
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
