package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;

/**
 * How likely a sentence says what its original says, judged by what better machine translations have more of: a linear model
 * of chrF2 against human references (Popović 2015), as a probability. How much better or worse an engine does between two languages is
 * known for those it was fitted to; another route counts as their mean.
 *
 * <p>Fitted by {@code ./polywire bench checks --fit} to Apertium's output and to that of neural models.
 */
public final class Adequacy {
    /** chrF2 at which a sentence is as likely to be adequate as not, and how fast that changes; in hundredths. */
    private static final double MIDDLE = 32;

    private static final double STEEPNESS = 8;

    private final Map<String, List<Double>> weights;

    private Adequacy(Map<String, List<Double>> weights) {
        this.weights = weights;
    }

    static Adequacy load() {
        return new Adequacy(Lists.words("adequacy.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Double::valueOf).toList())));
    }

    double of(Route route, TextPair texts, Map<Signal, Double> signals) {
        double expected = expected(features(texts, signals)) + beyondMean(route);
        return 1 / (1 + Math.exp(-(expected - MIDDLE) / STEEPNESS));
    }

    /** What an engine's translations between two languages have more than the mean. */
    private double beyondMean(Route route) {
        return switch (route) {
            case Route.Original original -> 0;
            case Route.Machine(List<Leg> legs) -> legs.size() > 1 ? 0 : beyondMean(legs.getFirst());
        };
    }

    private double beyondMean(Leg leg) {
        String name = route(leg.engine(), leg.from().language(), leg.to().language());
        return weights.getOrDefault(name, List.of(0.0)).getFirst();
    }

    /** What an engine's way between two languages is called in the file. */
    public static String route(String engine, String from, String to) {
        return engine + " " + from + "-" + to;
    }

    private double expected(double[] features) {
        List<Double> line = weights.getOrDefault("all", List.of());
        double sum = 0;
        for (int i = 0; i < Math.min(features.length, line.size()); i++) {
            sum += features[i] * line.get(i);
        }
        return line.isEmpty() ? 60 : sum;
    }

    /** What the model sees of a sentence. */
    public static double[] features(String from, String to, String source, String target, Map<Signal, Double> signals) {
        return features(TextPair.of(from, to, source, target), signals);
    }

    private static double[] features(TextPair texts, Map<Signal, Double> signals) {
        String source = texts.source().written();
        String target = texts.target().written();
        double words = Math.max(1, texts.source().words().size());
        double perWord = signals.getOrDefault(Signal.RELATED, 0.0);
        boolean close =
                Languages.areClose(texts.source().language(), texts.target().language());
        return new double[] {
            1,
            signals.getOrDefault(Signal.UNKNOWN, 0.0),
            signals.getOrDefault(Signal.FAULTY, 0.0),
            perWord,
            Math.log(words),
            close ? 1 : 0,
            signals.getOrDefault(Signal.OMITTED, 0.0) / words,
            signals.getOrDefault(Signal.ADDED, 0.0) / words,
            signals.getOrDefault(Signal.SHORT, 0.0),
            signals.getOrDefault(Signal.LONG, 0.0),
            names(texts.source()) / words,
            source.chars().filter(Character::isDigit).count() / words,
            source.chars().filter(c -> c == ',' || c == ';' || c == '-').count() / words,
            signals.getOrDefault(Signal.COPIED, 0.0),
            signals.getOrDefault(Signal.NAME_LOST, 0.0) + signals.getOrDefault(Signal.NAME_EXCHANGED, 0.0),
            source.length() / words,
            signals.getOrDefault(Signal.COPIED, 0.0) * (close ? 1 : 0),
            (double) target.length() / Math.max(1, texts.target().words().size()),
        };
    }

    private static double names(Text text) {
        return text.words().stream()
                .filter(word -> word.capitalised() && !word.initial())
                .count();
    }
}
