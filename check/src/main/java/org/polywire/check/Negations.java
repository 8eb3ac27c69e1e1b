package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Agreement.Negator;
import org.polywire.check.Stems.Stem;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * A sentence is negated in the translation if and only if it is in the original.
 *
 * <p>Held where the wording of the sentence is literal, or that around the negating word, and nothing there may deny otherwise
 * ({@code not known}, {@code unknown}; between close languages wording is known to be literal, and that is not asked); elsewhere a note.
 */
final class Negations implements UnitCheck {
    private final Map<String, Set<String>> words;
    private final Map<String, List<String>> harmless;
    private final Likeness likeness;
    private final Agreement agreement = Agreement.load();
    private final Limits limits = Limits.load();

    private final Map<String, Pattern> parts;
    private final Map<String, Pattern> veiled;
    private final Map<String, Pattern> perhaps;
    private final Map<String, Pattern> licensed;
    private final Map<String, Pattern> nearly;

    private Negations(
            Map<String, Set<String>> words,
            Map<String, Pattern> parts,
            Map<String, Pattern> veiled,
            Map<String, Pattern> perhaps,
            Map<String, Pattern> licensed,
            Map<String, Pattern> nearly,
            Map<String, List<String>> harmless,
            Likeness likeness) {
        this.words = words;
        this.parts = parts;
        this.veiled = veiled;
        this.perhaps = perhaps;
        this.licensed = licensed;
        this.nearly = nearly;
        this.harmless = harmless;
        this.likeness = likeness;
    }

    static Negations load(Likeness likeness) {
        return new Negations(
                Lists.sets("negation.txt"),
                patterns("negation-parts.txt"),
                patterns("negation-veiled.txt"),
                patterns("negation-perhaps.txt"),
                patterns("negation-licensed.txt"),
                patterns("negation-nearly.txt"),
                Lists.phrases("negation-harmless.txt"),
                likeness);
    }

    private static Map<String, Pattern> patterns(String name) {
        return Lists.words(name).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Pattern.compile(String.join("|", entry.getValue()), Pattern.UNICODE_CHARACTER_CLASS)));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String from = unit.from().language();
        String to = unit.to().language();
        if (!words.containsKey(from) || !words.containsKey(to)) {
            return Stream.empty();
        }
        return unit.texts().flatMap(text -> {
            if (!mayDeny(text.source()) && !mayDeny(text.target())) {
                return Stream.empty();
            }
            Denial source = denial(text.source());
            Denial target = denial(text.target());
            if (limits.areExchanged(side(source), side(target))) {
                return Stream.of(unit.hold(FindingCode.NEGATION, text.evidence()));
            }
            if (source.clear() > 0 == target.clear() > 0) {
                return Stream.empty();
            }
            boolean literal =
                    likeness.isLiteral(text.source().written(), text.target().written(), unit);
            boolean hold = likeness.knows(from, to) && literal && idle(source) == idle(target)
                    || (!mayBe(source, target) && (literal || isLiteralAround(text, unit)));
            return Stream.of(
                    hold
                            ? unit.hold(FindingCode.NEGATION, text.evidence())
                            : unit.note(FindingCode.NEGATION, text.evidence()));
        });
    }

    private Limits.Side side(Denial denial) {
        return new Limits.Side(denial.lower(), denial.language(), () -> denials(denial.lower(), denial.language()));
    }

    /** Whether the wording is literal around the word that denies. */
    private boolean isLiteralAround(TextPair text, UnitPair unit) {
        List<Word> source = words(text.source().written(), unit.from().language());
        List<Word> target = words(text.target().written(), unit.to().language());
        int before = negation(source, unit.from().language());
        int after = negation(target, unit.to().language());
        return (before >= 0 && Likeness.sameSurroundings(source, before, target))
                || (after >= 0 && Likeness.sameSurroundings(target, after, source));
    }

    /** The words of a text without the phrases that only look negative ({@code sin embargo}). */
    private List<Word> words(String text, String language) {
        return Word.of(quiet(spelledOut(text, language).toLowerCase(Locale.ROOT), language));
    }

    /**
     * What a text denies.
     *
     * @param clear negating words, those that belong together ({@code no … nunca}) counted once
     * @param lower the text in small letters
     */
    private record Denial(int clear, String lower, String language) {}

    /** Whether what one of two texts denies clearly, the other may deny otherwise: {@code not known}, {@code unknown}; {@code did not}, {@code failed to}. */
    private boolean mayBe(Denial one, Denial other) {
        return one.clear() > 0 ? stands(other, one) : stands(one, other);
    }

    private boolean stands(Denial veiled, Denial clear) {
        return idle(veiled) > idle(clear) || veiled(veiled) > veiled(clear);
    }

    private long idle(Denial denial) {
        return idle(denial.lower(), denial.language()).count();
    }

    private long veiled(Denial denial) {
        Pattern may = veiled.get(denial.language());
        if (may == null) {
            return 0;
        }
        Set<Integer> denying = Set.copyOf(denials(denial.lower(), denial.language()));
        return offsets(may, denial.lower())
                .filter(offset -> !denying.contains(offset))
                .count();
    }

    /** Edges of words by what stands beside them: for {@code \\b} Java looks back over all combining marks before a place. */
    static final Pattern ENGLISH_NOT = Pattern.compile("n['’]t(?!\\p{L})|(?<!\\p{L})cannot(?!\\p{L})");

    /** What one of which stands wherever that is found. */
    private static final List<String> ENGLISH = List.of("n't", "n’t", "cannot");

    /**
     * Whether a text may deny: it has a negating word, or its language denies by parts of words, which are looked for where harmless phrases are
     * blank. No blank makes a negating word of what is none, so that in a text that has none nothing need be blanked.
     */
    private boolean mayDeny(Text text) {
        return parts.containsKey(text.language())
                || hasNegatingWord(text)
                || (text.language().equals("en") && ENGLISH.stream().anyMatch(text.lower()::contains));
    }

    private boolean hasNegatingWord(Text text) {
        Set<String> negations = words.getOrDefault(text.language(), Set.of());
        for (Word word : text.words()) {
            if (negations.contains(word.lower())) {
                return true;
            }
        }
        return false;
    }

    private Denial denial(Text text) {
        String language = text.language();
        if (!mayDeny(text)) {
            return new Denial(0, text.lower(), language);
        }
        Set<String> negations = words.getOrDefault(language, Set.of());
        String lower = spelledOut(text.written(), language).toLowerCase(Locale.ROOT);
        String quiet = lower.equals(text.lower()) ? text.quiet(this) : quiet(lower, language);
        int clear = parts.containsKey(language) ? count(parts.get(language), quiet) : 0;
        List<Word> read = Word.of(quiet);
        int reach = Agreement.reach(language);
        int last = -reach;
        for (int i = 0; i < read.size(); i++) {
            if (negations.contains(read.get(i).text())) {
                clear += i - last < reach ? 0 : 1;
                last = i;
            }
        }
        return new Denial(clear, lower, language);
    }

    /** A text with {@code not} for what English glues to verbs. */
    private static String spelledOut(String text, String language) {
        return language.equals("en") ? ENGLISH_NOT.matcher(text).replaceAll(" not") : text;
    }

    /** Whether it is known how a language denies. */
    boolean know(String language) {
        return words.containsKey(language);
    }

    /** The indices of the words at which a text denies clearly, those that belong together counted once. */
    List<Integer> clear(Text text) {
        if (!mayDeny(text)) {
            return List.of();
        }
        String lower = text.lower();
        String language = text.language();
        List<Stem> read = text.stems();
        List<Integer> offsets = denials(text.quiet(this), language);
        List<Negator> negators = offsets.stream()
                .filter(offset -> isRead(offset, read))
                .map(offset -> new Negator(wordAt(lower, offset), offset, Stems.at(read, offset)))
                .toList();
        return agreement.denials(lower, language, negators);
    }

    /** Whether an offset is not beyond the words of a text of which no more were read. */
    private static boolean isRead(int offset, List<Stem> read) {
        return read.size() < Stems.MOST_WORDS || offset < read.getLast().end();
    }

    /** Letters of a word that are read, far more than any that denies has. */
    private static final int LONGEST_WORD = 100;

    private static String wordAt(String lower, int offset) {
        int most = Math.min(lower.length(), offset + LONGEST_WORD);
        int end = offset;
        while (end < most && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        return lower.substring(offset, end);
    }

    /**
     * The indices of the words that another language may have a denial for or none, in order: those of harmless phrases, those that other words
     * license, and such as deny nearly as openly.
     */
    List<Integer> idle(Text text) {
        return idle(text.lower(), text.language())
                .map(offset -> Stems.at(text.stems(), offset))
                .distinct()
                .toList();
    }

    private Stream<Integer> idle(String lower, String language) {
        Pattern denying = nearly.get(language);
        Stream<Integer> more = denying == null ? Stream.empty() : offsets(denying, lower);
        return Stream.concat(unanswered(lower, language), more).sorted();
    }

    /** The offsets of negating words that need no answer; without those that belong to a denial beside them ({@code no había nada más}). */
    private Stream<Integer> unanswered(String lower, String language) {
        List<Integer> all = denials(lower, language);
        NavigableSet<Integer> denying = new TreeSet<>(all.isEmpty() ? all : denials(quiet(lower, language), language));
        return all.stream()
                .filter(offset -> denying.contains(offset)
                        ? agreement.coordinates(wordAt(lower, offset), language) && denying.lower(offset) != null
                        : !areTogether(lower, language, denying.lower(offset), offset)
                                && !areTogether(lower, language, offset, denying.higher(offset)));
    }

    /** Whether two offsets, of which one may be none, are less than a denial's reach apart; East Asian words show no reach. */
    private static boolean areTogether(
            String lower, String language, @Nullable Integer first, @Nullable Integer second) {
        return first != null
                && second != null
                && !Word.isEastAsian(lower.charAt(first))
                && second - first < LONGEST_WORD * Agreement.reach(language)
                && lower.substring(first, second).chars().filter(c -> c == ' ').count() < Agreement.reach(language);
    }

    /**
     * The indices of the words that may deny and do not do so clearly. Far more words than those that excuse a denial for the rule, which asks
     * whether one stands anywhere in the text: here it must stand where the denial would.
     */
    List<Integer> veiled(Text text) {
        String language = text.language();
        List<Stem> read = text.stems();
        Pattern may = perhaps.get(language);
        if (may == null) {
            return List.of();
        }
        String lower = text.lower();
        Set<Integer> clear = denials(text.quiet(this), language).stream()
                .map(offset -> Stems.at(read, offset))
                .collect(Collectors.toSet());
        return offsets(may, lower)
                .map(offset -> Stems.at(read, offset))
                .filter(at -> !clear.contains(at))
                .distinct()
                .toList();
    }

    /** The offsets of the negating words and parts of words of a text in small letters, in order. */
    private List<Integer> denials(String lower, String language) {
        Set<String> negations = words.getOrDefault(language, Set.of());
        Stream<Integer> whole = Word.of(lower).stream()
                .filter(word -> negations.contains(word.text()))
                .map(Word::start);
        Stream<Integer> english = language.equals("en") ? offsets(ENGLISH_NOT, lower) : Stream.empty();
        Stream<Integer> inside = parts.containsKey(language) ? offsets(parts.get(language), lower) : Stream.empty();
        return Stream.of(whole, english, inside).flatMap(all -> all).sorted().toList();
    }

    private static Stream<Integer> offsets(Pattern pattern, String text) {
        return Windows.find(pattern, text).map(found -> found.start());
    }

    /** A text in small letters whose words that only look negative are blank, as are those that other words license. */
    String quiet(String lower, String language) {
        StringBuilder rest = new StringBuilder(lower);
        harmless.getOrDefault(language, List.of()).forEach(phrase -> blank(rest, phrase));
        return unlicensed(rest.toString(), language);
    }

    /** A text in small letters whose negating words that another word licenses ({@code sin}, {@code impedir que}) are blank. */
    private String unlicensed(String lower, String language) {
        Pattern pattern = licensed.get(language);
        return pattern == null ? lower : Windows.blanked(pattern, lower);
    }

    /** Makes a phrase blank wherever it stands in whole words; the {@code o no} of {@code eso no} stays. */
    private static void blank(StringBuilder text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            if (isEdge(text, at) && isEdge(text, end)) {
                Windows.blank(text, at, end);
            }
        }
    }

    /** Whether an index is not within a word; East Asian letters do not show where one ends. */
    private static boolean isEdge(CharSequence text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetter(text.charAt(at - 1))
                || !Character.isLetter(text.charAt(at))
                || Word.isEastAsian(text.charAt(at - 1));
    }

    private static int count(Pattern pattern, String text) {
        return (int) Windows.find(pattern, text).count();
    }

    /** The index of the first negating word, or -1. */
    private int negation(List<Word> text, String language) {
        Set<String> negations = words.getOrDefault(language, Set.of());
        return IntStream.range(0, text.size())
                .filter(i -> negations.contains(text.get(i).text()))
                .findFirst()
                .orElse(-1);
    }
}
