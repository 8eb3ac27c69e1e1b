package org.polywire.translate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Route;

/**
 * A way from one language into another: one engine with one of its pairs, or two, one after the other.
 *
 * @param fitness of the whole way; of several steps no better than the least of them
 * @param chrF2 measured for the whole way, from 0 to 100; 0 if it was never measured
 */
record Way(List<Step> steps, Fitness fitness, double chrF2) {
    record Step(Engine engine, EnginePair pair) {
        String describe() {
            return engine.name() + " " + pair.code();
        }
    }

    Way {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a way without a step");
        }
    }

    static Way direct(Engine engine, EnginePair pair) {
        return new Way(List.of(new Step(engine, pair)), pair.fitness(), pair.chrF2());
    }

    LanguageTag from() {
        return steps.getFirst().pair().from();
    }

    LanguageTag to() {
        return steps.getLast().pair().to();
    }

    /** What a million characters cost by this way, in the operator's money. */
    double price() {
        return steps.stream()
                .mapToDouble(step -> step.engine().abilities().price())
                .sum();
    }

    /** As in {@code Apertium glg-spa, Apertium spa-cat}. */
    String describe() {
        return steps.stream().map(Step::describe).collect(Collectors.joining(", "));
    }

    /** The legs as readers are told of them, between the languages of an article and of its translation. */
    Route.Machine route(LanguageTag from, LanguageTag to) {
        return new Route.Machine(steps.stream()
                .map(step -> new Route.Leg(
                        step == steps.getFirst() ? from : step.pair().from(),
                        step == steps.getLast() ? to : step.pair().to(),
                        step.engine().name(),
                        step.pair().version()))
                .toList());
    }

    /** Free ways first, then by price. */
    static Comparator<Way> byPrice() {
        return Comparator.comparingDouble(Way::price);
    }
}
