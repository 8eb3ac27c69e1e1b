package org.polywire.model;

import java.util.List;

/** How a text came into an edition's language. */
public sealed interface Route {
    /** In order; none for an original. */
    List<Leg> legs();

    /** It was written in that language and is carried unchanged. */
    record Original() implements Route {
        @Override
        public List<Leg> legs() {
            return List.of();
        }
    }

    /** By machine, in one leg or through other languages. */
    record Machine(List<Leg> legs) implements Route {
        public Machine {
            legs = List.copyOf(legs);
            if (legs.isEmpty()) {
                throw new IllegalArgumentException("a machine translation without an engine");
            }
        }
    }

    /**
     * One pass through one engine.
     *
     * @param engine its name as shown to readers, such as {@code Apertium}
     * @param version of the engine and its data, such as {@code 3.8.3 apertium-spa-cat 2.2.0}; empty if unknown
     */
    record Leg(LanguageTag from, LanguageTag to, String engine, String version) {}
}
