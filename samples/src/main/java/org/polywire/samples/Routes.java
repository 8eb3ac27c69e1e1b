package org.polywire.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the demo newsroom's editions make of an article, from {@code routes.txt}. */
final class Routes {
    private final Map<String, String> fitness = new LinkedHashMap<>();
    private final List<String> editions;

    private Routes(List<String> lines) {
        editions = words(lines.getFirst());
        lines.stream()
                .skip(1)
                .map(Routes::words)
                .forEach(words -> fitness.put(key(words.get(0), words.get(1)), words.get(2)));
    }

    static Routes load() {
        return new Routes(Resources.lines("routes.txt"));
    }

    private static List<String> words(String line) {
        return List.of(line.split("\\s+"));
    }

    private static String key(String from, String to) {
        return from + ">" + to;
    }

    /** By edition, for an article in a language. */
    Map<String, Outcome> outcomes(String language, Special special) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        editions.forEach(edition -> outcomes.put(edition, outcome(language, edition, special)));
        return outcomes;
    }

    private Outcome outcome(String language, String edition, Special special) {
        if (!special.refusal().isEmpty()) {
            return new Outcome.Refused(special.refusal());
        }
        if (language.equals(edition)) {
            return taken(special, new Outcome.Carried());
        }
        return switch (fitness.getOrDefault(key(language, edition), "none")) {
            case "news" -> taken(special, new Outcome.Published());
            case "gist" -> new Outcome.Refused("BELOW_FLOOR");
            default -> new Outcome.Refused("NO_ROUTE");
        };
    }

    private static Outcome taken(Special special, Outcome otherwise) {
        return switch (special) {
            case CORRECTED -> new Outcome.Corrected();
            case WITHDRAWN -> new Outcome.Withdrawn();
            case NONE, TOUCHED, ROBOTS, RESERVED, PAYWALL, MACHINE, RSL, NO_DERIVATIVES, NO_TRANSLATION, NO_SEARCH ->
                otherwise;
        };
    }
}
