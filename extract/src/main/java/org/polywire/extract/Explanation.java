package org.polywire.extract;

import java.util.List;

/** Why an extraction is as it is: the origin of each field, the fate of each piece of text, the parts of the quality. */
public record Explanation(List<Field> fields, List<Decision> decisions, List<Part> quality) {
    /** Nothing is explained. */
    public static final Explanation NONE = new Explanation(List.of(), List.of(), List.of());

    public Explanation {
        fields = List.copyOf(fields);
        decisions = List.copyOf(decisions);
        quality = List.copyOf(quality);
    }

    /**
     * Where a field of the article came from.
     *
     * @param source such as {@code jsonld.headline} or {@code h1}; empty if nothing was found
     * @param candidates everything that was considered, the best first
     */
    public record Field(String name, String source, String value, List<Candidate> candidates) {
        public Field {
            candidates = List.copyOf(candidates);
        }
    }

    /** A value that a field could have had. */
    public record Candidate(String source, String value) {}

    /**
     * What was done with a piece of the page.
     *
     * @param rule the stable name of the rule that decided
     * @param text the beginning of the piece, at most 120 characters
     */
    public record Decision(boolean kept, String rule, String text) {}

    /**
     * A contribution to the quality.
     *
     * @param value 0 to 1
     * @param weight its share; the weights of all parts add up to 1
     */
    public record Part(String name, double value, double weight) {}
}
