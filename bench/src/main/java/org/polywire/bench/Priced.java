package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts another currency for one that both texts name: its sign, or its word in the language of the translation. */
final class Priced {
    private static final List<String> SIGNS = List.of("$", "€", "£");

    /** Words for dollars, euros and pounds, and for one of each; the same form of each stands beside the others. */
    private static final Map<String, List<List<String>>> WORDS = Map.ofEntries(
            Map.entry("en", List.of(List.of("dollars", "euros", "pounds"), List.of("dollar", "euro", "pound"))),
            Map.entry("es", List.of(List.of("dólares", "euros", "libras"), List.of("dólar", "euro", "libra"))),
            Map.entry("ca", List.of(List.of("dòlars", "euros", "lliures"), List.of("dòlar", "euro", "lliura"))),
            Map.entry("gl", List.of(List.of("dólares", "euros", "libras"), List.of("dólar", "euro", "libra"))),
            Map.entry("pt", List.of(List.of("dólares", "euros", "libras"), List.of("dólar", "euro", "libra"))),
            Map.entry("fr", List.of(List.of("dollars", "euros", "livres"), List.of("dollar", "euro", "livre"))),
            Map.entry("it", List.of(List.of("dollari", "euro", "sterline"), List.of("dollaro", "euro", "sterlina"))),
            Map.entry("de", List.of(List.of("Dollar", "Euro", "Pfund"))),
            Map.entry("nl", List.of(List.of("dollar", "euro", "pond"))),
            Map.entry("da", List.of(List.of("dollars", "euro", "pund"), List.of("dollar", "euro", "pund"))),
            Map.entry("nb", List.of(List.of("dollar", "euro", "pund"))),
            Map.entry("nn", List.of(List.of("dollar", "euro", "pund"))),
            Map.entry("sv", List.of(List.of("dollar", "euro", "pund"))),
            Map.entry("ru", List.of(List.of("долларов", "евро", "фунтов"), List.of("доллара", "евро", "фунта"))),
            Map.entry("uk", List.of(List.of("доларів", "євро", "фунтів"), List.of("долара", "євро", "фунта"))));

    private Priced() {}

    static Optional<String> change(Mutation.Line line, RandomGenerator random) {
        List<String> candidates = new ArrayList<>();
        for (int currency = 0; currency < SIGNS.size(); currency++) {
            if (names(line.source(), line.from(), currency)) {
                int other = (currency + 1 + random.nextInt(SIGNS.size() - 1)) % SIGNS.size();
                exchanged(line, currency, other).ifPresent(candidates::add);
            }
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }

    private static boolean names(String text, String language, int currency) {
        return text.contains(SIGNS.get(currency))
                || forms(language).stream()
                        .anyMatch(form -> word(form.get(currency)).matcher(text).find());
    }

    private static List<List<String>> forms(String language) {
        return WORDS.getOrDefault(language, List.of());
    }

    private static Pattern word(String word) {
        return Pattern.compile("(?<!\\p{L})" + word + "(?!\\p{L})");
    }

    /** Every mention is exchanged, as an engine does that takes one currency for another. */
    private static Optional<String> exchanged(Mutation.Line line, int currency, int other) {
        String text = line.target().replace(SIGNS.get(currency), SIGNS.get(other));
        for (List<String> form : forms(line.to())) {
            text = word(form.get(currency)).matcher(text).replaceAll((MatchResult found) -> form.get(other));
        }
        return text.equals(line.target()) ? Optional.empty() : Optional.of(text);
    }
}
