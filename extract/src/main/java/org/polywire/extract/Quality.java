package org.polywire.extract;

import java.util.List;
import org.polywire.extract.Explanation.Part;
import tools.jackson.databind.JsonNode;

/**
 * How much an extraction can be trusted: 0 to 1, the weighted mean of what agrees and what is complete.
 *
 * <p>The weights are judgement, set on the development pages; from 0.8 on the value is about the F1 that the texts of such pages
 * have, see docs/decisions/012.
 */
record Quality(List<Part> parts) {
    private static final int FULL_LENGTH = 900;
    private static final double UNKNOWN = 0.7;

    static Quality of(Page page, Reading reading) {
        String text = reading.text();
        return new Quality(List.of(
                new Part("length", Math.min(1, (double) Words.length(text) / FULL_LENGTH), 0.15),
                new Part("certainty", reading.certainty(), 0.2),
                new Part("agreement", reading.agreement(), 0.05),
                new Part("completeness", completeness(page, reading, text), 0.2),
                new Part("headline", headline(reading), 0.15),
                new Part("ending", Words.endsSentence(text) ? 1 : 0.3, 0.1),
                new Part("date", reading.published().published() == null ? 0 : 1, 0.05),
                new Part("prose", prose(reading), 0.1)));
    }

    double value() {
        return parts.stream().mapToDouble(part -> part.value() * part.weight()).sum();
    }

    /** How much of the text is there that the metadata announce. */
    private static double completeness(Page page, Reading reading, String text) {
        JsonNode count = page.data.article().path("wordCount");
        String announced = page.data.text("articleBody");
        if (announced.length() > 200) {
            return Words.contained(
                    page.data.announced(), reading.headline().choice().value() + " " + text);
        }
        if (count.isNumber() && count.asInt() > 0) {
            return Math.min(1, (double) Words.of(text).size() / count.asInt());
        }
        String description = page.meta.first("og:description", "description");
        return description.length() < 40
                ? UNKNOWN
                : 0.5
                        + Words.contained(
                                        description,
                                        text + " "
                                                + reading.standfirst().choice().value())
                                / 2;
    }

    private static double headline(Reading reading) {
        String taken = reading.headline().choice().value();
        return reading.headline().choice().candidates().stream()
                .skip(1)
                .filter(candidate -> !candidate.source().startsWith("h1"))
                .mapToDouble(candidate -> Words.overlap(candidate.value(), taken))
                .max()
                .orElse(0.5);
    }

    /** The share of the kept pieces' characters that are no link and stand in running text. */
    private static double prose(Reading reading) {
        int whole = 1;
        int running = 0;
        for (Body.Judged each : reading.judged()) {
            whole += each.kept() ? each.piece().length() : 0;
            running += each.kept() ? each.piece().weight() : 0;
        }
        return Math.min(1, (double) running / whole);
    }
}
