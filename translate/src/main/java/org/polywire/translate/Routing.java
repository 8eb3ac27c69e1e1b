package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.RoutePlan.Choice;
import org.polywire.translate.RoutePlan.Place;
import org.polywire.translate.RoutingPolicy.Preference;
import org.polywire.translate.RoutingPolicy.Rule;
import org.polywire.translate.Way.Step;

/** Finds the ways from one language into another, puts them into the order of the policy, and says why. Safe to share between threads. */
final class Routing {
    private final List<Engine> engines;
    private final RoutingPolicy policy;
    private final Map<String, Double> pivots = new HashMap<>();

    Routing(List<Engine> engines, RoutingPolicy policy) {
        this.engines = List.copyOf(engines);
        this.policy = policy;
        Lines.of("pivot-fitness.txt")
                .forEach(line -> pivots.put(line.get(0) + " " + line.get(1), Double.parseDouble(line.get(2))));
    }

    /** The ways in the order in which they are to be tried, whatever they are good for; a text in the language already needs none. */
    List<Way> ways(LanguageTag from, LanguageTag to) {
        if (from.sameLanguage(to)) {
            return List.of();
        }
        Optional<Rule> rule = policy.rule(from, to);
        return Stream.concat(direct(from, to), indirect(from, to))
                .filter(way -> allowed(way, rule))
                .map(way -> rule.map(Rule::fitness)
                        .map(fitness -> new Way(way.steps(), fitness, way.chrF2()))
                        .orElse(way))
                .sorted(order(from, to, rule))
                .toList();
    }

    private Stream<Way> direct(LanguageTag from, LanguageTag to) {
        return engines.stream()
                .flatMap(engine -> engine.pairs().stream()
                        .filter(pair ->
                                pair.from().sameLanguage(from) && pair.to().sameLanguage(to))
                        .map(pair -> Way.direct(engine, pair)));
    }

    /** Ways through one other language; of those through the same language the one whose steps are best. */
    private Stream<Way> indirect(LanguageTag from, LanguageTag to) {
        return policy.through().stream()
                .filter(middle -> !middle.sameLanguage(from) && !middle.sameLanguage(to))
                .map(middle -> through(from, middle, to))
                .flatMap(Optional::stream);
    }

    private Optional<Way> through(LanguageTag from, LanguageTag middle, LanguageTag to) {
        Optional<Way> first = best(direct(from, middle), from, middle);
        Optional<Way> second = best(direct(middle, to), middle, to);
        return first.flatMap(left -> second.map(right -> joined(left, right)));
    }

    private Optional<Way> best(Stream<Way> ways, LanguageTag from, LanguageTag to) {
        Optional<Rule> rule = policy.rule(from, to);
        return ways.filter(way -> allowed(way, rule))
                .filter(way -> way.steps().getFirst().pair().selfTest() != SelfTest.FAILED)
                .min(order(from, to, rule));
    }

    /** Two steps are good for nothing but the gist unless they were measured together: errors add up. */
    private Way joined(Way first, Way second) {
        List<Step> steps = List.of(first.steps().getFirst(), second.steps().getFirst());
        double chrF2 = pivots.getOrDefault(code(steps.get(0)) + " " + code(steps.get(1)), 0.0);
        Fitness least = first.fitness().compareTo(second.fitness()) < 0 ? first.fitness() : second.fitness();
        return new Way(steps, chrF2 > 0 ? least : Fitness.GIST, chrF2);
    }

    private static String code(Step step) {
        return step.engine().name() + ":" + step.pair().code();
    }

    private static boolean allowed(Way way, Optional<Rule> rule) {
        List<String> names = rule.map(Rule::engines).orElse(List.of());
        return names.isEmpty()
                || way.steps().stream()
                        .allMatch(step -> names.contains(step.engine().name()));
    }

    private Comparator<Way> order(LanguageTag from, LanguageTag to, Optional<Rule> rule) {
        List<String> named = rule.map(Rule::engines).orElse(List.of());
        Comparator<Way> quality =
                Comparator.comparing(Way::fitness).thenComparing(Way::chrF2).reversed();
        Comparator<Way> preferred = switch (policy.preference()) {
            case CHEAPER -> Way.byPrice().thenComparing(quality);
            case BETTER -> quality.thenComparing(Way.byPrice());
        };
        return Comparator.comparingInt((Way way) ->
                        named.indexOf(way.steps().getFirst().engine().name()))
                .thenComparingInt(way -> way.steps().size())
                .thenComparing(way -> closeness(way, from, to), Comparator.reverseOrder())
                .thenComparing(preferred);
    }

    /** A pair for exactly these variants of the languages goes before a pair for others. */
    private static int closeness(Way way, LanguageTag from, LanguageTag to) {
        return (way.to().equals(to) ? 2 : 0) + (way.from().equals(from) ? 1 : 0);
    }

    /** The ways in order, with the place of each and the reason. */
    RoutePlan plan(LanguageTag from, LanguageTag to, Fitness floor) {
        List<Choice> choices = new ArrayList<>();
        boolean chosen = false;
        for (Way way : ways(from, to)) {
            Place place = place(way, floor, chosen);
            choices.add(new Choice(
                    way.describe(),
                    way.steps().stream().map(Routing::code).toList(),
                    way.fitness(),
                    way.chrF2(),
                    way.price(),
                    way.steps().stream()
                            .allMatch(step -> step.engine().abilities().local()),
                    place,
                    why(way, place, floor, from, to)));
            chosen = chosen || place == Place.FIRST;
        }
        return new RoutePlan(from, to, choices);
    }

    private static Place place(Way way, Fitness floor, boolean chosen) {
        if (test(way, SelfTest.FAILED).isPresent()) {
            return Place.BROKEN;
        }
        if (way.fitness().compareTo(floor) < 0) {
            return Place.BELOW_FLOOR;
        }
        if (test(way, SelfTest.PAUSED).isPresent()) {
            return Place.PAUSED;
        }
        return chosen ? Place.NEXT : Place.FIRST;
    }

    private static Optional<String> test(Way way, SelfTest outcome) {
        return way.steps().stream()
                .filter(step -> step.pair().selfTest() == outcome)
                .map(step -> step.describe() + ": " + step.pair().detail())
                .findFirst();
    }

    private String why(Way way, Place place, Fitness floor, LanguageTag from, LanguageTag to) {
        return switch (place) {
            case BROKEN -> test(way, SelfTest.FAILED).orElseThrow();
            case PAUSED -> test(way, SelfTest.PAUSED).orElseThrow();
            case BELOW_FLOOR -> belowFloor(way, floor);
            case FIRST, NEXT -> merit(way, from, to);
        };
    }

    private static String belowFloor(Way way, Fitness floor) {
        String score = way.chrF2() > 0 ? score(way) : "never measured";
        return score + (way.steps().size() > 1 ? " in two steps" : "") + ": good for "
                + way.fitness().name().toLowerCase(Locale.ROOT) + ", and the edition wants "
                + floor.name().toLowerCase(Locale.ROOT);
    }

    private static String score(Way way) {
        return String.format(Locale.ROOT, "chrF2 %.1f", way.chrF2());
    }

    private String merit(Way way, LanguageTag from, LanguageTag to) {
        List<String> words = new ArrayList<>();
        words.add(way.steps().size() == 1 ? "direct" : "no direct pair goes before it");
        policy.rule(from, to)
                .filter(rule -> !rule.engines().isEmpty())
                .ifPresent(rule -> words.add("the operator's rule for this pair"));
        words.add(way.price() == 0 ? "free" : "costs " + way.price() + " a million characters");
        words.add(way.chrF2() > 0 ? score(way) : "declared");
        if (policy.preference() == Preference.BETTER) {
            words.add("better before cheaper");
        }
        return String.join(", ", words);
    }
}
