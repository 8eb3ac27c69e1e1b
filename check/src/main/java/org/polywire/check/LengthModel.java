package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long a translation is beside its original: the logarithm of the ratio is spread about a mean that follows from the two
 * languages (Gale and Church 1993), the more the shorter the text.
 */
final class LengthModel {
    private final Map<String, List<Double>> languages;

    private LengthModel(Map<String, List<Double>> languages) {
        this.languages = languages;
    }

    static LengthModel load() {
        return new LengthModel(Lists.words("lengths.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Double::valueOf).toList())));
    }

    /** Standard deviations that a translation of this length is from the usual one; below 0 if it is shorter. */
    double deviation(String from, String to, int source, int target) {
        List<Double> one = languages.getOrDefault(from, List.of(0.0, 0.12));
        List<Double> other = languages.getOrDefault(to, List.of(0.0, 0.12));
        double usual = other.get(0) - one.get(0);
        double spread = Math.hypot(one.get(1), other.get(1));
        double deviation = Math.sqrt(spread * spread + 4.0 / Math.max(1, source));
        return (Math.log((target + 1.0) / (source + 1.0)) - usual) / deviation;
    }
}
