package org.polywire.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.polywire.bench.ExtractionRun.Result;
import org.polywire.bench.Shingles.Means;
import org.polywire.bench.Shingles.Score;

/** The figures of a run over a corpus, in words. */
record ExtractionReport(List<Result> results) {
    private static final int TENTHS = 10;
    /** Of a page that is read worse, a fifth is missing or too much. */
    private static final double POOR = 0.8;

    private static final Set<String> UNSPACED = Set.of("ja", "zh", "ko", "th");

    void print(PrintWriter out, int worst) {
        out.println(results.size() + " pages");
        bodies(out, "polywire", results, Result::ours);
        List<Result> sure =
                results.stream().filter(result -> !result.page().suspect()).toList();
        if (sure.size() < results.size()) {
            bodies(out, "polywire, without " + (results.size() - sure.size()) + " suspects", sure, Result::ours);
        }
        List<Result> compared =
                results.stream().filter(result -> !result.theirs().isEmpty()).toList();
        bodies(out, "readability4j", compared, result -> result.theirs().getFirst());
        characters(out);
        fields(out, "polywire", results, Result::ours);
        fields(out, "readability4j", compared, result -> result.theirs().getFirst());
        reliability(out);
        times(out);
        worst(out, worst);
    }

    private interface System {
        Prediction of(Result result);
    }

    private static List<Result> withBody(List<Result> results) {
        return results.stream()
                .filter(result -> !result.page().text("body").isBlank())
                .toList();
    }

    private static List<Score> scores(List<Result> results, System system, Shingles measure) {
        return withBody(results).stream()
                .map(result -> score(result, system, measure))
                .toList();
    }

    private static Score score(Result result, System system, Shingles measure) {
        return measure.score(result.page().text("body"), system.of(result).body());
    }

    private static void bodies(PrintWriter out, String name, List<Result> results, System system) {
        List<Score> scores = scores(results, system, Shingles.WORDS);
        if (!scores.isEmpty()) {
            Means means = Means.of(scores);
            out.println(String.format(
                    Locale.ROOT,
                    "  body, %s: F1 %.4f ± %.4f, precision %.4f, recall %.4f, accuracy %.3f (%d pages)",
                    name,
                    means.f1(),
                    Shingles.spread(scores),
                    means.precision(),
                    means.recall(),
                    means.accuracy(),
                    scores.size()));
        }
    }

    private void characters(PrintWriter out) {
        Predicate<Result> unspaced = result -> UNSPACED.contains(result.page().language());
        List<Score> scores = scores(results.stream().filter(unspaced).toList(), Result::ours, Shingles.CHARACTERS);
        if (!scores.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  body by 8 characters, ja zh ko th: F1 %.4f (%d pages)",
                    Means.of(scores).f1(),
                    scores.size()));
        }
    }

    private static void fields(PrintWriter out, String name, List<Result> results, System system) {
        Shares shares = new Shares();
        results.forEach(result -> shares.add(result.page(), system.of(result)));
        StringBuilder words = new StringBuilder("  fields, " + name + ":");
        shares.shares()
                .forEach((field, share) -> words.append(
                        String.format(Locale.ROOT, " %s %.3f ± %.3f", field, share.right(), share.spread())));
        if (!results.isEmpty()) {
            out.println(words);
        }
    }

    /** How well pages of each quality are read: the quality is worth something if it is about the F1 that pages of it have. */
    private void reliability(PrintWriter out) {
        List<Result> sure = withBody(results).stream()
                .filter(result -> !result.page().suspect())
                .toList();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int own = tenth;
            List<Result> alike = sure.stream()
                    .filter(result -> Math.min(TENTHS - 1, (int) (result.ours().quality() * TENTHS)) == own)
                    .toList();
            if (!alike.isEmpty()) {
                double[] scores = scores(alike, Result::ours, Shingles.WORDS).stream()
                        .mapToDouble(Score::f1)
                        .sorted()
                        .toArray();
                out.println(String.format(
                        Locale.ROOT,
                        "  quality %.1f to %.1f: %d pages, mean quality %.3f, mean F1 %.3f, median %.3f, %d below 0.8",
                        tenth / (double) TENTHS,
                        (tenth + 1) / (double) TENTHS,
                        alike.size(),
                        alike.stream()
                                .mapToDouble(result -> result.ours().quality())
                                .average()
                                .orElse(0),
                        Arrays.stream(scores).average().orElse(0),
                        share(scores, 0.5),
                        Arrays.stream(scores).filter(score -> score < POOR).count()));
            }
        }
    }

    private void times(PrintWriter out) {
        double[] ours = sorted(results.stream().map(result -> result.ours().milliseconds()));
        double[] parse = sorted(results.stream().map(Result::parse));
        double[] ratios = sorted(results.stream().map(result -> result.ours().milliseconds() / result.parse()));
        out.println(String.format(
                Locale.ROOT,
                "  processor time a page: median %.1f ms, 99 %% within %.1f ms; jsoup's parse alone %.1f and %.1f; ratio %.2f and %.2f",
                share(ours, 0.5),
                share(ours, 0.99),
                share(parse, 0.5),
                share(parse, 0.99),
                share(ratios, 0.5),
                share(ratios, 0.99)));
        double[] theirs = sorted(
                results.stream().flatMap(result -> result.theirs().stream()).map(Prediction::milliseconds));
        if (theirs.length > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "  readability4j: median %.1f ms, 99 %% within %.1f ms",
                    share(theirs, 0.5),
                    share(theirs, 0.99)));
        }
    }

    private static double[] sorted(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double share(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private void worst(PrintWriter out, int count) {
        if (count > 0) {
            out.println("  worst pages (F1, precision, recall):");
        }
        withBody(results).stream()
                .sorted(Comparator.comparingDouble(
                        result -> score(result, Result::ours, Shingles.WORDS).f1()))
                .limit(count)
                .forEach(result -> {
                    Score score = score(result, Result::ours, Shingles.WORDS);
                    out.println(String.format(
                            Locale.ROOT,
                            "    %.3f  %.3f  %.3f  %s  %s",
                            score.f1(),
                            score.precision(),
                            score.recall(),
                            result.page().id(),
                            result.page().text("url")));
                });
    }
}
