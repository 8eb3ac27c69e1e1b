package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that set a limit, such as {@code only} and {@code first}: where the original denies one ({@code not the only}) and the translation has it
 * without the denial, or the other way round, it says the contrary, however freely the rest is worded.
 *
 * <p>A phrase as {@code not only} needs no answer, as another language may do without it; but then it does without the limit, too.
 */
final class Limits {
    /** From a denial to the word it denies: {@code no es la primera}, {@code ist nicht der erste}. */
    private static final Pattern NEAR = Pattern.compile("[\\p{L}\\p{M}'’]+(?:\\s+[\\p{L}\\p{M}'’]+){0,2}(?:\\s+|(?<=['’]))");

    private final Map<String, List<Pattern>> words;

    private Limits(Map<String, List<Pattern>> words) {
        this.words = words;
    }

    static Limits load() {
        return new Limits(Lists.phrases("negation-limits.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Limits::whole).toList())));
    }

    private static Pattern whole(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
    }

    /**
     * A text in small letters.
     *
     * @param denials where its denying words begin, those of phrases that only look negative as well
     */
    record Side(String lower, String language, List<Integer> denials) {}

    /** How often a text has words of one limit, denied and not. */
    private record Count(long denied, long bare) {}

    /** Whether a limit that is denied in one of two texts stands without its denial in the other. */
    boolean areExchanged(Side source, Side target) {
        List<Pattern> before = words.getOrDefault(source.language(), List.of());
        List<Pattern> after = words.getOrDefault(target.language(), List.of());
        int more = Integer.signum(source.denials().size() - target.denials().size());
        return IntStream.range(0, Math.min(before.size(), after.size()))
                .anyMatch(i -> isExchanged(more, count(before.get(i), source), count(after.get(i), target)));
    }

    /**
     * Whether one has the limit denied more often and the other bare.
     *
     * @param more 1 if the one denies more in all, -1 if the other does; 0 if both do alike, so that the denial may stand farther from its limit
     */
    private static boolean isExchanged(int more, Count one, Count other) {
        return more != 0
                && Long.signum(one.denied() - other.denied()) == more
                && Long.signum(other.bare() - one.bare()) == more;
    }

    private static Count count(Pattern limit, Side side) {
        List<MatchResult> all = Windows.find(limit, side.lower()).toList();
        long denied = all.stream().filter(found -> isDenied(side, found.start())).count();
        return new Count(denied, all.size() - denied);
    }

    private static boolean isDenied(Side side, int at) {
        return side.denials().stream()
                .filter(denial -> denial < at)
                .anyMatch(denial ->
                        NEAR.matcher(side.lower()).region(denial, at).matches());
    }
}
