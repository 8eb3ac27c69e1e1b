package org.polywire.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.check.Stems.Stem;

/**
 * Which denials of a text the other text lacks, and how literal the wording is about them.
 *
 * <p>A free translation may turn “did not refuse” into “agreed”: then the words beside the denial have no counterparts, or a word that may
 * deny stands where it would. Where the words beside it are there, the denial must be, too.
 *
 * @param lost denials that the other text lacks
 * @param alone whether the other text denies nothing
 * @param anchors words beside such a denial that surely have counterparts; of those only that no other word stands for
 * @param literal evidence that the words beside it are translated, above 0 if they are
 * @param open 0 if a word that may deny stands for what is denied, 1 if one does only near it, 2 if none does there, 3 if none does anywhere
 * @param bare denials of which the word that stands for what they deny has neither a denial about it nor a word that may deny
 */
record NegationSigns(int lost, boolean alone, int anchors, double literal, int open, int bare) {
    /** Words before and after a denial that it may be about. */
    private static final int BEFORE = 3;

    private static final int AFTER = 5;

    /** Words about the counterparts among which a denial, or a word that may deny, stands for the denial. */
    private static final int REACH = 6;

    /** Words after a denial that are what it denies; the one before it may be, too. */
    private static final int DENIED = 3;

    /** Evidence from which a pair of words is sure. */
    private static final double SURE = 1.0;

    /** Share of sentences from which a word has no weight of its own, such as an auxiliary verb. */
    private static final double USUAL = 0.02;

    /**
     * A text of the two.
     *
     * @param words with the indices of their counterparts and the evidence for them
     * @param shares of sentences that have each word, 0 where that is not known
     * @param clear indices of the words that deny
     * @param idle indices of the words that need no answer ({@code or not}, {@code nothing but}, {@code failed to}): the other text may have a denial for
     *     them or none; asked for only where something is denied
     * @param veiled indices of the words that may deny; asked for only where something is denied, as most words may
     */
    record Side(
            List<Stem> words,
            int[] partners,
            double[] evidence,
            double[] shares,
            List<Integer> clear,
            Supplier<List<Integer>> idle,
            Supplier<List<Integer>> veiled) {

        private List<Integer> all() {
            return Stream.concat(clear.stream(), idle.get().stream()).distinct().toList();
        }

        private IntStream beside(int denial) {
            return IntStream.rangeClosed(Math.max(0, denial - BEFORE), Math.min(words.size() - 1, denial + AFTER))
                    .filter(i -> i != denial);
        }

        /** Where the words beside a denial have their counterparts. */
        private int[] counterparts(int denial) {
            return beside(denial).map(i -> partners[i]).filter(at -> at >= 0).toArray();
        }

        /** Whether a word is what a denial denies: {@code not clear}, {@code non fondée}. */
        private boolean isDenied(int denial, int word) {
            return word >= denial - 1 && word <= denial + DENIED;
        }

        /** The word of the other text that surely stands for what a denial denies, the first word of weight after it; -1 if none does. */
        private int denied(int denial) {
            int last = Math.min(words.size() - 1, denial + DENIED + 1);
            return IntStream.rangeClosed(denial + 1, last)
                    .filter(i -> shares[i] < USUAL)
                    .limit(1)
                    .map(i -> isLoose(i) ? -1 : partners[i])
                    .findFirst()
                    .orElse(-1);
        }

        /** Whether no word of the other text surely stands for a word. */
        private boolean isLoose(int word) {
            return partners[word] < 0 || evidence[word] < SURE;
        }

        private boolean deniesNear(int at) {
            return isNear(clear, at) || isNear(idle.get(), at) || isNear(veiled.get(), at);
        }

        private static boolean isNear(List<Integer> words, int at) {
            return words.stream().anyMatch(word -> Math.abs(word - at) <= REACH);
        }

        private int anchors(int denial) {
            return (int) beside(denial)
                    .filter(i -> partners[i] >= 0 && evidence[i] >= SURE)
                    .count();
        }

        private double literal(int denial) {
            return beside(denial).mapToDouble(i -> evidence[i]).sum();
        }

        /** How far a word of the other text is from where a denial would be; as far along in the text where no word beside it has a counterpart. */
        private double distance(int denial, Side other, int word) {
            int[] counterparts = counterparts(denial);
            Arrays.sort(counterparts);
            double expected = counterparts.length == 0
                    ? (double) denial * other.words().size() / words.size()
                    : counterparts[counterparts.length / 2];
            return Math.abs(expected - word);
        }
    }

    /** What the other text lacks of the denials of one. */
    static NegationSigns of(Side one, Side other) {
        List<Integer> lost = lost(one, other);
        int bare = bare(one, other);
        if (lost.isEmpty()) {
            return new NegationSigns(0, false, 0, 0, 0, bare);
        }
        List<Integer> free = free(one, other);
        return new NegationSigns(
                lost.size(),
                other.clear().isEmpty(),
                lost.stream()
                        .filter(denial -> !isWithin(denial, one, other, free))
                        .mapToInt(one::anchors)
                        .max()
                        .orElse(0),
                lost.stream().mapToDouble(one::literal).max().orElse(0),
                lost.stream()
                        .mapToInt(denial -> open(denial, one, other, free))
                        .min()
                        .orElse(0),
                bare);
    }

    private static int bare(Side one, Side other) {
        return (int) one.clear().stream()
                .mapToInt(one::denied)
                .filter(at -> at >= 0 && !other.deniesNear(at))
                .count();
    }

    /**
     * Whether a word that may deny stands for what is denied together with its denial ({@code no respetada}, {@code unrespected}): nothing else
     * surely stands for that.
     */
    private static boolean isWithin(int denial, Side one, Side other, List<Integer> free) {
        int counterpart = one.denied(denial);
        return (counterpart < 0 || other.veiled().get().contains(counterpart)) && open(denial, one, other, free) == 0;
    }

    private static int open(int denial, Side one, Side other, List<Integer> all) {
        List<Integer> free = all.stream()
                .filter(word -> other.isLoose(word) || one.isDenied(denial, other.partners()[word]))
                .toList();
        if (free.isEmpty()) {
            return 3;
        }
        boolean stands = free.stream().anyMatch(word -> standsFor(word, denial, one, other));
        return stands ? 0 : isCovered(denial, one, free) ? 1 : 2;
    }

    /** Whether a word of the other text is a counterpart of what is denied, or stands beside one. */
    private static boolean standsFor(int word, int denial, Side one, Side other) {
        return one.isDenied(denial, other.partners()[word])
                || one.beside(denial)
                        .filter(i -> one.isDenied(denial, i) && one.partners()[i] >= 0)
                        .anyMatch(i -> Math.abs(one.partners()[i] - word) <= 1);
    }

    /**
     * The denials that are left when each of the other text has been set against the nearest: those that deny first, then those that are left beside
     * idle ones near where they would be.
     */
    private static List<Integer> lost(Side one, Side other) {
        if (one.clear().size() <= other.clear().size()) {
            return List.of();
        }
        List<Integer> left = new ArrayList<>(one.all());
        List<Integer> right = new ArrayList<>(other.all());
        List<Match> matches = left.stream()
                .flatMap(denial -> right.stream().map(answer -> Match.of(one, denial, other, answer)))
                .filter(match -> match.rank() < 1 || match.partners() || match.distance() <= REACH)
                .sorted(Comparator.comparingInt(Match::rank).thenComparingDouble(Match::distance))
                .toList();
        Map<Integer, Match> byAnswer = new HashMap<>();
        for (Match match : matches) {
            if (left.contains(match.denial()) && right.contains(match.answer())) {
                left.remove(match.denial());
                right.remove(match.answer());
                byAnswer.put(match.answer(), match);
            }
        }
        left.retainAll(one.clear());
        List<Match> near =
                matches.stream().filter(match -> match.distance() <= REACH).toList();
        left.removeIf(denial -> yields(denial, near, byAnswer, right));
        return left;
    }

    /** Whether an answer is left for a denial if another denial yields its own and takes that which is left ({@code no … no}, {@code sin … sin}). */
    private static boolean yields(
            Integer denial, List<Match> near, Map<Integer, Match> byAnswer, List<Integer> unused) {
        for (Match mine : near) {
            Match taken = mine.denial().equals(denial) ? byAnswer.get(mine.answer()) : null;
            Optional<Match> instead = taken == null
                    ? Optional.empty()
                    : near.stream()
                            .filter(other -> other.denial().equals(taken.denial()) && unused.contains(other.answer()))
                            .findFirst();
            if (instead.isPresent()) {
                byAnswer.put(instead.get().answer(), instead.get());
                byAnswer.put(mine.answer(), mine);
                return unused.remove(instead.get().answer());
            }
        }
        return false;
    }

    /**
     * A denial of one text and one of the other that may answer it.
     *
     * @param rank 0 if both deny, or neither does and they are each other's counterpart ({@code without}, {@code sin}); 1 if one denies; else 2
     * @param partners whether they are each other's counterpart
     * @param distance how far the answer is from where it would be
     */
    private record Match(Integer denial, Integer answer, int rank, boolean partners, double distance) {
        static Match of(Side one, Integer denial, Side other, Integer answer) {
            boolean denies = one.clear().contains(denial);
            boolean answers = other.clear().contains(answer);
            boolean same = one.partners()[denial] == answer || other.partners()[answer] == denial;
            boolean first = denies && answers || !denies && !answers && same;
            int rank = first ? 0 : denies || answers ? 1 : 2;
            return new Match(denial, answer, rank, same, one.distance(denial, other, answer));
        }
    }

    /** The words of the other text that may deny, without those that stand for such words: {@code without} is there for {@code sin}. */
    private static List<Integer> free(Side one, Side other) {
        List<Integer> own = new ArrayList<>(one.veiled().get());
        List<Integer> free = new ArrayList<>();
        for (int word : other.veiled().get()) {
            boolean stands = own.removeIf(mine -> other.partners()[word] == mine || one.partners()[mine] == word);
            if (!stands) {
                free.add(word);
            }
        }
        return free;
    }

    private static boolean isCovered(int denial, Side one, List<Integer> free) {
        int[] counterparts = one.counterparts(denial);
        int first = IntStream.of(counterparts).min().orElse(Stems.MOST_WORDS);
        int last = IntStream.of(counterparts).max().orElse(Stems.MOST_WORDS);
        return free.stream().anyMatch(word -> word >= first - REACH && word <= last + REACH);
    }
}
