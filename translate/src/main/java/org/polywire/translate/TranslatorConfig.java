package org.polywire.translate;

import java.time.Duration;

/**
 * How articles are translated.
 *
 * @param timeLimit for an article of up to 100,000 characters; a longer one gets as much again for each 100,000 more
 * @param maxCharacters of one article; a longer one is not translated
 * @param policy which engine translates what
 * @param glossary what the operator wants expressions to be translated as
 * @param localNumbers whether numbers and dates are written as the edition's readers write them, rather than as in the source
 */
public record TranslatorConfig(
        Duration timeLimit, int maxCharacters, RoutingPolicy policy, Glossary glossary, boolean localNumbers) {

    /**
     * @throws IllegalArgumentException if a limit is not positive
     */
    public TranslatorConfig {
        if (!timeLimit.isPositive() || maxCharacters < 1) {
            throw new IllegalArgumentException(timeLimit + ", " + maxCharacters + " characters");
        }
    }

    /** Two minutes, a million characters, the policy of the house, no glossary, and numbers as they are. */
    public static TranslatorConfig defaults() {
        return new TranslatorConfig(Duration.ofMinutes(2), 1_000_000, RoutingPolicy.defaults(), Glossary.NONE, false);
    }

    public TranslatorConfig with(RoutingPolicy other) {
        return new TranslatorConfig(timeLimit, maxCharacters, other, glossary, localNumbers);
    }

    public TranslatorConfig with(Glossary other) {
        return new TranslatorConfig(timeLimit, maxCharacters, policy, other, localNumbers);
    }

    public TranslatorConfig withLocalNumbers(boolean other) {
        return new TranslatorConfig(timeLimit, maxCharacters, policy, glossary, other);
    }
}
