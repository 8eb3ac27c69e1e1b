package org.polywire.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.polywire.bench.Mutation.Line;

/**
 * Puts a name of another article for one.
 *
 * <p>What is a name is seen in the corpus alone, without any list: a word that its language never writes small, and that in Latin letters
 * two more languages write alike in the same line. {@code Police}, {@code June} and {@code Office} have capitals in English and are
 * none.
 */
final class Named {
    /** Languages that are asked whether they write a word alike. */
    private static final List<String> WITNESSES = List.of("en", "es", "fr", "it", "nl");

    private static final int LEAST_WITNESSES = 2;

    /** Lines that are looked through for another name. */
    private static final int TRIES = 50;

    private Named() {}

    static Optional<String> swap(Line line, RandomGenerator random) {
        List<MatchResult> names = Mutation.NAME
                .matcher(line.target())
                .results()
                .filter(found -> isName(line, found.group()))
                .toList();
        return names.isEmpty() ? Optional.empty() : swap(line, names.get(random.nextInt(names.size())), random);
    }

    static Optional<String> swap(Line line, MatchResult name, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            Line elsewhere = line.at(line.elsewhere(random));
            Optional<String> other = Mutation.any(Mutation.NAME, elsewhere.target(), random)
                    .map(MatchResult::group)
                    .filter(found -> isName(elsewhere, found))
                    .filter(found ->
                            !line.target().contains(found) && !line.source().contains(found));
            if (other.isPresent()) {
                return Optional.of(Mutation.replaced(line.target(), name, other.get()));
            }
        }
        return Optional.empty();
    }

    static boolean isName(Line line, String word) {
        return !line.text().smallWords(line.to()).contains(word.toLowerCase(Locale.ROOT))
                && (!word.matches("\\p{IsLatin}+") || isWrittenAlike(line, word));
    }

    private static boolean isWrittenAlike(Line line, String word) {
        return WITNESSES.stream()
                        .filter(language -> !language.equals(line.to()))
                        .filter(language -> names(line.text().news(language).get(line.number()))
                                .contains(word))
                        .count()
                >= LEAST_WITNESSES;
    }

    private static Set<String> names(String text) {
        return Mutation.NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
