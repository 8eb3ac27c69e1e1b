package org.polywire.translate;

import java.util.List;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;

/** How texts in one language come into another, as shown to the operator: every way there is, in the order of the policy. */
public record RoutePlan(LanguageTag from, LanguageTag to, List<Choice> choices) {
    public RoutePlan {
        choices = List.copyOf(choices);
    }

    /** What becomes of a way. */
    public enum Place {
        /** It is taken. */
        FIRST,
        /** It is taken if those before it fail, or if the checks hold what they made. */
        NEXT,
        /** It cannot be used now, but will be again. */
        PAUSED,
        /** It is not good enough. */
        BELOW_FLOOR,
        /** Its test failed. */
        BROKEN
    }

    /**
     * @param way as in {@code Apertium glg-spa, Apertium spa-cat}
     * @param steps the engine and pair of each step, as in {@code Apertium:spa-cat}
     * @param chrF2 measured for the whole way; 0 if it was never measured
     * @param price of a million characters, in the operator's money
     * @param local whether the text stays on this machine
     * @param why in plain words
     */
    public record Choice(
            String way,
            List<String> steps,
            Fitness fitness,
            double chrF2,
            double price,
            boolean local,
            Place place,
            String why) {
        public Choice {
            steps = List.copyOf(steps);
        }
    }
}
