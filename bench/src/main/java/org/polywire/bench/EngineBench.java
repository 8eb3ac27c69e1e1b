package org.polywire.bench;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.check.Checks;
import org.polywire.check.SentenceScore;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;
import org.polywire.translate.Apertium;
import org.polywire.translate.EnginePair;
import org.polywire.translate.EngineStatus;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/** What the checks say of real engines' output: neural models' that was kept, and Apertium's made on the spot. */
final class EngineBench {
    /** Lines of newstest2013 that are read together, as an article. */
    private static final int ARTICLE = 20;

    /** Lines of a text, counted from 1, both included. */
    record Lines(int first, int last) {
        /** Those of newstest2013 that are read unless others are asked for: the beginning of the held-out part. */
        static final Lines HELD_OUT =
                new Lines(ParallelText.HELD_OUT_NEWSTEST + 1, ParallelText.HELD_OUT_NEWSTEST + 200);

        Lines {
            if (first < 1 || first > last || last > ParallelText.NEWSTEST_LINES) {
                throw new IllegalArgumentException("no lines of newstest2013: " + first + "-" + last);
            }
        }

        /**
         * @param text first and last line, {@code 1-1000}
         * @throws IllegalArgumentException if it is nothing of the kind
         */
        static Lines parse(String text) {
            int dash = text.indexOf('-');
            if (dash < 0) {
                throw new IllegalArgumentException("no lines: " + text);
            }
            return new Lines(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
        }

        @Override
        public String toString() {
            return first + "-" + last;
        }
    }

    /**
     * Of one engine and pair.
     *
     * @param correlation of score and chrF2
     * @param cost time of checking as a share of the time of translating; 0 where the translation was there already
     */
    record Result(
            String name,
            int sentences,
            Holds holds,
            double correlation,
            double meanScore,
            double cost,
            List<String> heldLines,
            List<Double> scores,
            List<Double> quality) {}

    /**
     * What was held.
     *
     * @param sentences of which some finding holds its article
     * @param articles read
     * @param articlesHeld those of them that were not passed
     * @param articlesQuotable those of the held ones of which the policy lets what holds them be left in the original's words
     */
    record Holds(int sentences, int articles, int articlesHeld, int articlesQuotable) {
        static final Holds NONE = new Holds(0, 0, 0, 0);

        Holds and(Holds more) {
            return new Holds(
                    sentences + more.sentences,
                    articles + more.articles,
                    articlesHeld + more.articlesHeld,
                    articlesQuotable + more.articlesQuotable);
        }
    }

    private final ParallelText text;
    private final Checks checks;
    private final LanguageIdentifier identifier;
    private final Lines lines;

    /**
     * @param lines of newstest2013 whose translations by neural models are read
     */
    EngineBench(ParallelText text, Checks checks, LanguageIdentifier identifier, Lines lines) {
        this.lines = lines;
        this.text = text;
        this.checks = checks;
        this.identifier = identifier;
    }

    void run(ChecksReport report, PrintWriter words) {
        List<Result> neural = new ArrayList<>();
        for (String from : ParallelText.NEWSTEST) {
            for (String to : ParallelText.NEWSTEST) {
                for (String architecture : List.of("tiny", "base-memory")) {
                    List<String> output = text.output(from, to, architecture);
                    if (!output.isEmpty()) {
                        words.println("Reading " + architecture + " " + from + "-" + to);
                        neural.add(neural(from, to, architecture, output));
                    }
                }
            }
        }
        neural.forEach(report::engine);
        report.engine(together("all neural", neural));
        List<Result> apertium = apertium(words);
        apertium.forEach(report::engine);
        if (!apertium.isEmpty()) {
            report.engine(together("all Apertium", apertium));
        }
    }

    private Result neural(String from, String to, String architecture, List<String> output) {
        Gathering gathering = new Gathering(architecture + " " + from + "-" + to);
        for (int start = lines.first() - 1; start < lines.last(); start += ARTICLE) {
            int end = Math.min(start + ARTICLE, lines.last());
            gathering.add(
                    Trial.of(
                            Trial.NEURAL,
                            from,
                            to,
                            text.newstest(from).subList(start, end),
                            output.subList(start, end)),
                    text.newstest(to).subList(start, end),
                    IntStream.range(start, end).boxed().toList());
        }
        return gathering.result();
    }

    private List<Result> apertium(PrintWriter words) {
        List<Result> results = new ArrayList<>();
        try (Translator translator =
                new Translator(List.of(Apertium.installed()), identifier, InstantSource.system())) {
            for (EngineStatus engine : translator.engines()) {
                for (EnginePair pair : engine.pairs()) {
                    String from = pair.from().language();
                    String to = pair.to().language();
                    if (known(from, pair.from()) && known(to, pair.to())) {
                        words.println("Translating with Apertium " + from + "-" + to);
                        Result result = apertium(translator, from, to);
                        if (result.sentences() > 0) {
                            results.add(result);
                        }
                    }
                }
            }
        }
        return results;
    }

    /** Only the language itself, no variety. */
    private static boolean known(String language, LanguageTag tag) {
        return ParallelText.languages().contains(language) && tag.value().equals(language);
    }

    private Result apertium(Translator translator, String from, String to) {
        Gathering gathering = new Gathering("Apertium " + from + "-" + to);
        Edition edition = new Edition(new LanguageTag(to), to, Fitness.GIST, false);
        for (int document = 0; document < text.documents().size(); document++) {
            if (ParallelText.heldOut(document)) {
                List<Integer> lines = text.documents().get(document);
                List<String> source = lines.stream().map(text.news(from)::get).toList();
                List<String> reference = lines.stream().map(text.news(to)::get).toList();
                Trial trial = Trial.of(from, to, source, source);
                long start = System.nanoTime();
                if (translator.translate(trial.original(), edition) instanceof Translated(Translation translation)) {
                    gathering.translating += System.nanoTime() - start;
                    gathering.add(new Trial(trial.original(), translation), reference, lines);
                }
            }
        }
        return gathering.result();
    }

    private static Result together(String name, List<Result> results) {
        return result(
                name,
                results.stream().map(Result::holds).reduce(Holds.NONE, Holds::and),
                results.stream().mapToDouble(Result::cost).average().orElse(0),
                List.of(),
                results.stream().flatMap(result -> result.scores().stream()).toList(),
                results.stream().flatMap(result -> result.quality().stream()).toList());
    }

    private static Result result(
            String name, Holds holds, double cost, List<String> heldLines, List<Double> scores, List<Double> quality) {
        return new Result(
                name,
                scores.size(),
                holds,
                Ranks.correlation(scores, quality),
                scores.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                cost,
                heldLines,
                scores,
                quality);
    }

    /** Scores and qualities of a pair's lines, as they come. */
    private final class Gathering {
        private final String name;
        private final List<Double> scores = new ArrayList<>();
        private final List<Double> quality = new ArrayList<>();
        private final List<String> heldLines = new ArrayList<>();
        private Holds holds = Holds.NONE;
        private long translating;
        private long checking;

        Gathering(String name) {
            this.name = name;
        }

        void add(Trial trial, List<String> reference, List<Integer> numbers) {
            long start = System.nanoTime();
            Verdict verdict = checks.review(trial.original(), trial.translation());
            checking += System.nanoTime() - start;
            List<SentenceScore> all = checks.scores(trial.original(), trial.translation());
            Set<Place> places = verdict.findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .map(Finding::place)
                    .collect(Collectors.toSet());
            boolean quotable = !checks.quotable(trial.original(), trial.translation(), verdict)
                    .isEmpty();
            holds = holds.and(new Holds(0, 1, verdict instanceof Verdict.Passed ? 0 : 1, quotable ? 1 : 0));
            IntStream.range(0, reference.size()).forEach(i -> {
                List<SentenceScore> sentences = all.stream()
                        .filter(score -> score.place().equals(Trial.place(i)))
                        .toList();
                if (!sentences.isEmpty()) {
                    String target =
                            sentences.stream().map(SentenceScore::target).collect(Collectors.joining(" "));
                    scores.add(sentences.stream()
                            .mapToDouble(SentenceScore::fit)
                            .average()
                            .orElse(0));
                    quality.add(ChrF.of(reference.get(i), target));
                    holds = holds.and(new Holds(places.contains(Trial.place(i)) ? 1 : 0, 0, 0, 0));
                }
            });
            trial.held(verdict, numbers).forEach(line -> heldLines.add(name + " " + line));
        }

        Result result() {
            double cost = translating == 0 ? 0 : (double) checking / translating;
            return EngineBench.result(name, holds, cost, heldLines, scores, quality);
        }
    }
}
