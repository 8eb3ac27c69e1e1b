package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;
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
    private static final Pattern NEAR =
            Pattern.compile("[\\p{L}\\p{M}'’]+(?:\\s+[\\p{L}\\p{M}'’]+){0,2}(?:\\s+|(?<=['’]))");

    /** Characters of that way, far more than three words have. */
    private static final int LONGEST = 100;

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
     * @param denials where its denying words begin, those of phrases that only look negative as well; asked for only where both texts have one limit
     */
    record Side(String lower, String language, Supplier<List<Integer>> denials) {}

    /** How often a text has words of one limit, denied and not. */
    private record Count(long denied, long bare) {}

    /** Whether a limit that is denied in one of two texts stands without its denial in the other, which denies less in all. */
    boolean areExchanged(Side source, Side target) {
        List<Pattern> before = words.getOrDefault(source.language(), List.of());
        List<Pattern> after = words.getOrDefault(target.language(), List.of());
        return IntStream.range(0, Math.min(before.size(), after.size())).anyMatch(i -> {
            List<MatchResult> here = Windows.find(before.get(i), source.lower()).toList();
            List<MatchResult> there = here.isEmpty()
                    ? List.of()
                    : Windows.find(after.get(i), target.lower()).toList();
            return !there.isEmpty() && isExchanged(source, here, target, there);
        });
    }

    private static boolean isExchanged(Side source, List<MatchResult> here, Side target, List<MatchResult> there) {
        NavigableSet<Integer> denials = new TreeSet<>(source.denials().get());
        NavigableSet<Integer> others = new TreeSet<>(target.denials().get());
        int more = Integer.signum(denials.size() - others.size());
        Count one = count(source.lower(), here, denials);
        Count other = count(target.lower(), there, others);
        return more != 0
                && Long.signum(one.denied() - other.denied()) == more
                && Long.signum(other.bare() - one.bare()) == more;
    }

    private static Count count(String lower, List<MatchResult> limits, NavigableSet<Integer> denials) {
        long denied = limits.stream()
                .filter(limit -> isDenied(lower, limit.start(), denials))
                .count();
        return new Count(denied, limits.size() - denied);
    }

    /** Whether the nearest denying word before stands just before. */
    private static boolean isDenied(String lower, int at, NavigableSet<Integer> denials) {
        Integer denial = denials.lower(at);
        return denial != null
                && at - denial < LONGEST
                && NEAR.matcher(lower).region(denial, at).matches();
    }
}
