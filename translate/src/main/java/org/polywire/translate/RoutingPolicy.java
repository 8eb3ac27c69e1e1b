package org.polywire.translate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;

/**
 * Which engine translates what, as the operator wants it.
 *
 * @param preference what decides between ways that are good enough
 * @param through languages that a translation may go through where no direct pair is good enough, the best first
 * @param escalate whether another way is tried for a translation that the checks held
 * @param rules for single pairs; of several that match the first counts
 */
public record RoutingPolicy(Preference preference, List<LanguageTag> through, boolean escalate, List<Rule> rules) {
    public enum Preference {
        /** The cheapest of the ways that are good enough; of equally cheap ones the best. */
        CHEAPER,
        /** The best way, whatever it costs. */
        BETTER
    }

    public RoutingPolicy {
        through = List.copyOf(through);
        rules = List.copyOf(rules);
    }

    /** Cheaper first, through English or Spanish, dearer for what the checks hold. */
    public static RoutingPolicy defaults() {
        return new RoutingPolicy(
                Preference.CHEAPER, List.of(new LanguageTag("en"), new LanguageTag("es")), true, List.of());
    }

    /**
     * What holds for one pair of languages.
     *
     * @param engines the names of those that may translate it, in the order in which they are tried; empty for all
     * @param fitness what their translations are good for, where the operator knows better than the measurements
     */
    public record Rule(
            LanguageTag from,
            LanguageTag to,
            List<String> engines,
            @Nullable Fitness fitness) {
        public Rule {
            engines = List.copyOf(engines);
        }
    }

    Optional<Rule> rule(LanguageTag from, LanguageTag to) {
        return rules.stream()
                .filter(rule -> rule.from().sameLanguage(from) && rule.to().sameLanguage(to))
                .findFirst();
    }
}
