package org.polywire.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What the checks thought of a translation.
 *
 * @param findings what they noticed, the gravest first; of a translation that was published they are notes
 * @param fits the probability that a sentence is fit to be published, from 0 to 1, by the sentence's place in {@link
 *     Translation#sentences}; those too short to be judged are missing
 */
public record Review(List<Finding> findings, Map<Integer, Double> fits) {
    /** Of a translation that nobody has read over, such as an original that is carried. */
    public static final Review NONE = new Review(List.of(), Map.of());

    public Review {
        findings = List.copyOf(findings);
        fits = Map.copyOf(fits);
        if (fits.values().stream().anyMatch(fit -> !(fit >= 0 && fit <= 1))) {
            throw new IllegalArgumentException("no probabilities: " + fits);
        }
    }

    /** How likely a sentence is fit to be published; empty if it was not judged. */
    public OptionalDouble fit(int sentence) {
        Double fit = fits.get(sentence);
        return fit == null ? OptionalDouble.empty() : OptionalDouble.of(fit);
    }

    /** How likely a sentence of the text is fit on average; empty if none was judged. */
    public OptionalDouble mean() {
        return probabilities().average();
    }

    /** How likely the least sure sentence is fit; empty if none was judged. */
    public OptionalDouble least() {
        return probabilities().min();
    }

    private DoubleStream probabilities() {
        return fits.values().stream().mapToDouble(Double::doubleValue);
    }
}
