package org.polywire.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Block.Note;

/**
 * What pages say that is not part of a story, in the words of each language, from the files {@code phrases/*.txt}.
 *
 * <p>All languages are tried on every page: pages mix them, and the language is known only once the body is. Immutable.
 */
final class Phrases {
    static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "gl", "he", "hi", "hu", "it", "ja", "ko",
            "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh");
    private static final int LONGEST = 220;
    /** The golden ratio as a multiplier that spreads numbers (D. E. Knuth, The Art of Computer Programming 3, section 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Index NONE = new Index();

    enum Group {
        AD,
        RELATED,
        SHARE,
        NEWSLETTER,
        TOP,
        COMMENT,
        BIO,
        CONSENT,
        FOLLOW,
        PAYWALL,
        PLAYER,
        STAMP,
        RIGHTS,
        PRINT,
        DISCLOSURE,
        TAGS,
        /** How a note begins that says what was wrong, not clear or added since; these are kept, as what they are. */
        CORRECTION,
        /** A note of who worked on the article; kept, too. */
        PRODUCTION,
        /** Titles of error pages. */
        ERROR,
        /** The page is a machine translation. */
        MACHINE,
        /** Parts of words about translating, in lower case: phrases of MACHINE in the same file are looked for only in pages that have one. */
        STEM,
        /** What stands before the name of an author. */
        BY,
        /** What an author is, not called. */
        ROLE,
        /** Names that are no person's. */
        DESK,
        /** What stands before the name of a photographer. */
        CREDIT,
        /** What somebody did for an article, before a name. */
        WORK,
        /** Words of a credit that name nobody. */
        RIGHTSWORD,
        /** What the counter of a gallery counts. */
        COUNTED,
        /** What stands between the two numbers of a counter. */
        OUTOF;

        boolean ofBlocks() {
            return compareTo(TAGS) <= 0;
        }
    }

    private final Map<Group, Index> phrases = new EnumMap<>(Group.class);
    private final Index blocks;
    private final Needles needles;

    private final MachineNotices machines;
    private final Pattern byline;
    private final Expression labelledCredit;
    private final Expression creditLabel;
    private final Expression rightsWords;
    private final Counter counter;
    private final RoleCredits roleCredits;

    private Phrases(Map<Group, List<String>> sources, Map<String, List<String>> byLanguage) {
        machines = MachineNotices.of(byLanguage.values());
        Map<Group, List<String>> alternatives = new EnumMap<>(Group.class);
        sources.forEach((group, expressions) -> alternatives.put(
                group,
                expressions.stream()
                        .flatMap(expression -> Openings.alternatives(expression).stream())
                        .toList()));
        needles = Needles.of(alternatives.values().stream()
                .flatMap(List::stream)
                .flatMap(alternative -> needs(alternative).stream())
                .toList());
        alternatives.forEach((group, expressions) -> expressions.forEach(expression ->
                phrases.computeIfAbsent(group, unused -> new Index()).add(group, expression, needles)));
        blocks = new Index();
        phrases.forEach((group, index) -> {
            if (group.ofBlocks()) {
                blocks.add(index);
            }
        });
        byline = compiled("^(?:" + String.join("|", sources.getOrDefault(Group.BY, List.of()))
                + ")(?:\\s*[:：]\\s*|\\s+(?=\\p{L}))");
        String labels = byFirstLetter(alternatives.getOrDefault(Group.CREDIT, List.of()));
        List<String> credits = new ArrayList<>(openings(alternatives.getOrDefault(Group.CREDIT, List.of())));
        credits.addAll(List.of("©", "(c)"));
        labelledCredit = unicode(
                "(?:^|\\s|(?<=[.。]))[(\\[–—|-]*\\s*(?:" + labels
                        + "(?:\\s*(?:\\p{L}+\\s*)?[:：/]|\\s+by\\s)|©|\\(c\\)|\\(C\\))\\s*([^:：]{2,120}?)[)\\]]?\\.?$",
                credits);
        String reserved = any(sources, Group.RIGHTSWORD);
        rightsWords = unicode("(?:[\\s,.;:/|–—-]*" + reserved + ")+[.\\s]*$", List.copyOf(Openings.of(reserved)));
        creditLabel = unicode(
                "^[(\\[\\s–—|-]*(?:" + labels
                        + "(?:\\s*(?:by|von|de|di|av|af|/\\s*\\p{L}+))?\\s*[:：]|©|\\(c\\)|(?:photo|foto|bild)(?:graph)?\\s+(?:by|von|de)\\b)\\s*",
                credits);
        roleCredits = new RoleCredits(byFirstLetter(alternatives.getOrDefault(Group.WORK, List.of())));
        counter = new Counter(any(sources, Group.COUNTED), any(sources, Group.OUTOF));
    }

    private static String any(Map<Group, List<String>> sources, Group group) {
        return "(?:" + String.join("|", sources.getOrDefault(group, List.of())) + ")";
    }

    private static Set<String> openings(List<String> alternatives) {
        return alternatives.stream().map(Openings::of).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Alternatives as one expression, of which only those are tried that can begin with the letter at hand. */
    private static String byFirstLetter(List<String> alternatives) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (String alternative : alternatives) {
            Openings.of(alternative).stream()
                    .map(opening -> opening.substring(0, 1))
                    .distinct()
                    .forEach(letter -> groups.computeIfAbsent(letter, unused -> new ArrayList<>())
                            .add(alternative));
        }
        return groups.entrySet().stream()
                .map(group -> "(?=" + group.getKey() + ")(?:" + String.join("|", group.getValue()) + ")")
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Expression unicode(String expression, List<String> needles) {
        return new Expression(Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), needles);
    }

    /**
     * An alternative of an expression.
     *
     * @param needs the numbers of the needles of which a text must hold one for it to match; none means any text may
     */
    private record Phrase(Group group, Pattern pattern, int[] needs) {
        boolean mayBeIn(BitSet found) {
            for (int need : needs) {
                if (found.get(need)) {
                    return true;
                }
            }
            return needs.length == 0;
        }
    }

    /** What expressions need of which nothing tells how they begin: all others are found by that. */
    private static Set<String> needs(String alternative) {
        return Openings.of(alternative).contains("") ? Needs.of(alternative) : Set.of();
    }

    /** The needles that a text holds, looked for when the first phrase needs one. */
    private final class Finds {
        private final String text;
        private @Nullable BitSet found;

        Finds(String text) {
            this.text = text;
        }

        boolean allow(Phrase phrase) {
            if (phrase.needs().length > 0 && found == null) {
                found = needles.in(text);
            }
            return found == null || phrase.mayBeIn(found);
        }

        boolean starts(Phrase phrase) {
            return phrase.pattern().matcher(text).lookingAt();
        }

        boolean matches(Phrase phrase) {
            return phrase.pattern().matcher(text).matches();
        }
    }

    /** Phrases by what a text must begin with. */
    private static final class Index {
        private static final int FILTER = 14;

        private final Map<Long, List<Phrase>> byOpening = new HashMap<>();
        /** Those that may begin with anything. */
        private final List<Phrase> open = new ArrayList<>();
        /** Hashes of the openings: those of most texts are none of these, which costs less to see here. */
        private final boolean[] hashes = new boolean[1 << FILTER];

        void add(Group group, String alternative, Needles needles) {
            int[] needs = needs(alternative).stream().mapToInt(needles::number).toArray();
            Phrase phrase = new Phrase(group, compiled(alternative), needs);
            for (String opening : Openings.of(alternative)) {
                add(Openings.number(opening), List.of(phrase));
            }
        }

        void add(Index other) {
            other.byOpening.forEach(this::add);
        }

        private void add(long opening, List<Phrase> phrases) {
            byOpening
                    .computeIfAbsent(opening, first -> first == Openings.ANYTHING ? open : new ArrayList<>())
                    .addAll(phrases);
            hashes[hash(opening)] = true;
        }

        private static int hash(long opening) {
            return (int) ((opening * SPREAD) >>> (Long.SIZE - FILTER));
        }

        List<Phrase> of(long opening) {
            if (opening == Openings.ANYTHING) {
                return open;
            }
            return hashes[hash(opening)] ? byOpening.getOrDefault(opening, List.of()) : List.of();
        }
    }

    static Pattern compiled(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /**
     * @throws IllegalStateException if a line has no known group or no valid expression
     */
    static Phrases load() {
        Map<Group, List<String>> sources = new EnumMap<>(Group.class);
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            byLanguage.put(language, lines(language));
            for (String line : byLanguage.get(language)) {
                String[] parts = line.split("\\s+", 2);
                Group group = Group.valueOf(parts[0].toUpperCase(Locale.ROOT));
                sources.computeIfAbsent(group, unused -> new ArrayList<>()).add(parts[1]);
            }
        }
        return new Phrases(sources, byLanguage);
    }

    private static List<String> lines(String language) {
        try (InputStream file = Phrases.class.getResourceAsStream("phrases/" + language + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no phrases for " + language);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The group that a whole block belongs to, if it is one of boilerplate and not longer than 25 words. */
    Optional<Group> ofBlock(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : ofBlock(text, Words.of(text).size());
    }

    /**
     * @param words how many words the text has
     */
    Optional<Group> ofBlock(String text, int words) {
        if (text.length() > LONGEST || words > 25 && Words.length(text) < 2 * text.length()) {
            return Optional.empty();
        }
        Group first = null;
        Finds finds = new Finds(text);
        for (long opening : Openings.ofText(text)) {
            for (Phrase phrase : blocks.of(opening)) {
                boolean before = first == null || phrase.group().compareTo(first) < 0;
                first = before && finds.allow(phrase) && finds.starts(phrase) ? phrase.group() : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The kind of note that a paragraph is, if it is one. */
    Optional<Note.Kind> note(String text) {
        if (text.length() <= LONGEST && starts(Group.PRODUCTION, text)) {
            return Optional.of(Note.Kind.PRODUCTION);
        }
        String line = RoleCredits.line(text);
        if (starts(Group.WORK, line) && roleCredits.matches(line)) {
            return Optional.of(Note.Kind.PRODUCTION);
        }
        return starts(Group.CORRECTION, text) ? Optional.of(Note.Kind.CORRECTION) : Optional.empty();
    }

    /** Whether a text begins with a phrase of a group. */
    boolean starts(Group group, String text) {
        return isIn(group, new Finds(text), Finds::starts);
    }

    /** Whether a whole text is a phrase of a group. */
    boolean matches(Group group, String text) {
        return isIn(group, new Finds(text), Finds::matches);
    }

    private boolean isIn(Group group, Finds finds, BiPredicate<Finds, Phrase> form) {
        Index index = phrases.getOrDefault(group, NONE);
        for (long opening : Openings.ofText(finds.text)) {
            for (Phrase phrase : index.of(opening)) {
                if (finds.allow(phrase) && form.test(finds, phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a page says that is a machine translation. */
    MachineNotices machineNotices() {
        return machines;
    }

    /** A byline without its "by". */
    String withoutBy(String byline) {
        return this.byline.matcher(byline).replaceFirst("");
    }

    boolean startsWithBy(String text) {
        return byline.matcher(text).lookingAt();
    }

    /** What matches a credit with its label at the end of a text, in any language; its first group is the name. */
    Expression labelledCredit() {
        return labelledCredit;
    }

    /** What matches words at the end of a credit that only reserve rights, in any language. */
    Expression rightsWords() {
        return rightsWords;
    }

    /** What matches the label of a credit at the beginning of a text, in any language. */
    Expression creditLabel() {
        return creditLabel;
    }

    /** The counter of a gallery, in any language. */
    Counter counter() {
        return counter;
    }
}
