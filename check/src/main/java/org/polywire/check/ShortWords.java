package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The short words of a dictionary in the forms that their keys do not have in common, as those of longer words have: {@code mar}, {@code mares};
 * {@code země}, {@code zemi}. Immutable.
 */
final class ShortWords {
    private static final Map<String, List<String>> ENDINGS = Lists.words("endings.txt");

    private static final int LEAST_LETTERS = 3;
    private static final int MOST_LETTERS_OF_ENDING = 2;

    private static final Set<String> SLAVIC = Set.of("cs", "ru", "uk");
    private static final Pattern LAST_VOWELS = Pattern.compile("[aeiouyаеиоуыэюяієь]{1,2}$");

    private final Set<String> endings;
    private final Map<String, Lexicon.Entry> stems;

    private ShortWords(Set<String> endings, Map<String, Lexicon.Entry> stems) {
        this.endings = endings;
        this.stems = stems;
    }

    /**
     * @param entries of the dictionary
     */
    static ShortWords of(Map<String, Lexicon.Entry> entries, String language) {
        Set<String> endings = ENDINGS.getOrDefault(language, List.of()).stream()
                .map(Stems::withoutMarks)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Lexicon.Entry> stems = new HashMap<>();
        if (!endings.isEmpty()) {
            entries.forEach((key, entry) -> {
                String stem = stem(key, language);
                if (stem.length() >= LEAST_LETTERS && stem.length() < Stems.LETTERS) {
                    stems.merge(stem, entry, Lexicon.Entry::with);
                }
            });
        }
        return new ShortWords(endings, Map.copyOf(stems));
    }

    /** A word without the vowels that Slavic languages put others for. */
    static String stem(String word, String language) {
        return SLAVIC.contains(language) ? LAST_VOWELS.matcher(word).replaceFirst("") : word;
    }

    Lexicon.@Nullable Entry get(String key) {
        for (int letters = 1; letters <= MOST_LETTERS_OF_ENDING; letters++) {
            int end = key.length() - letters;
            Lexicon.Entry entry = isStem(key, end) ? stems.get(key.substring(0, end)) : null;
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Whether what stands before an index is left of a word without what may be an ending. */
    private boolean isStem(String word, int end) {
        return end >= LEAST_LETTERS && !endings.isEmpty() && endings.contains(word.substring(end));
    }

    /** What is left of a word without what may be an ending, the longest first. */
    Stream<String> stems(String word) {
        return IntStream.rangeClosed(1, MOST_LETTERS_OF_ENDING)
                .map(letters -> word.length() - letters)
                .filter(end -> isStem(word, end))
                .mapToObj(end -> word.substring(0, end));
    }
}
