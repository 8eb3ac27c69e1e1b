package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The short words of a dictionary in the forms that their keys do not have in common, as those of longer words have: {@code mar}, {@code mares};
 * {@code země}, {@code zemi}. Immutable.
 */
final class ShortWords {
    static final ShortWords NONE = new ShortWords(Set.of(), Map.of());

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
                String stem =
                        SLAVIC.contains(language) ? LAST_VOWELS.matcher(key).replaceFirst("") : key;
                if (stem.length() >= LEAST_LETTERS && stem.length() < Stems.LETTERS) {
                    stems.merge(stem, entry, Lexicon.Entry::with);
                }
            });
        }
        return new ShortWords(endings, Map.copyOf(stems));
    }

    Lexicon.@Nullable Entry get(String key) {
        for (int letters = 1; letters <= MOST_LETTERS_OF_ENDING; letters++) {
            int end = key.length() - letters;
            if (end >= LEAST_LETTERS && endings.contains(key.substring(end))) {
                Lexicon.Entry entry = stems.get(key.substring(0, end));
                if (entry != null) {
                    return entry;
                }
            }
        }
        return null;
    }
}
