package org.polywire.bench;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.check.Adequacy;
import org.polywire.check.Signal;
import org.polywire.check.Signals;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.SentencePair;
import org.polywire.translate.Apertium;
import org.polywire.translate.EnginePair;
import org.polywire.translate.EngineStatus;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/** Fits the model of chrF2 to engines' output beside human references, from development lines alone. */
final class AdequacyFit {
    /** Lines of newstest2013 that no half's lexicon has seen, from here on to those that are held out. */
    private static final int FIRST = 1_000;

    /** Each part of newstest2013 was written in one language, so lines are taken from all of it. */
    private static final int EVERY = 4;

    private static final int APERTIUM_LINES = 150;

    private final ParallelText text;
    private final LanguageIdentifier identifier;
    private final PrintWriter words;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> wanted = new ArrayList<>();
    private final List<String> routes = new ArrayList<>();

    AdequacyFit(ParallelText text, LanguageIdentifier identifier, PrintWriter words) {
        this.text = text;
        this.identifier = identifier;
        this.words = words;
    }

    /** Adds models' output. */
    void neural(Signals signals) {
        for (String from : ParallelText.NEWSTEST) {
            for (String to : ParallelText.NEWSTEST) {
                for (String architecture : List.of("tiny", "base-memory")) {
                    List<String> output = text.output(from, to, architecture);
                    for (int i = FIRST; !output.isEmpty() && i < ParallelText.HELD_OUT_NEWSTEST; i += EVERY) {
                        SentencePair pair = new SentencePair(
                                Trial.place(0), text.newstest(from).get(i), output.get(i), List.of(), List.of());
                        routes.add(Adequacy.route(Trial.NEURAL, from, to));
                        add(signals, from, to, pair, text.newstest(to).get(i));
                    }
                }
            }
        }
        words.println("Fitting: " + rows.size() + " sentences of neural models");
    }

    /** Adds what Apertium makes of lines. */
    void apertium(Signals signals, List<Integer> lines) {
        try (Translator translator =
                new Translator(List.of(Apertium.installed()), identifier, InstantSource.system())) {
            for (EngineStatus engine : translator.engines()) {
                for (EnginePair pair : engine.pairs()) {
                    String from = pair.from().value();
                    String to = pair.to().value();
                    if (ParallelText.languages().contains(from)
                            && ParallelText.languages().contains(to)) {
                        apertium(signals, translator, from, to, lines.subList(0, APERTIUM_LINES));
                    }
                }
            }
        }
        words.println("Fitting: " + rows.size() + " sentences with Apertium's");
        words.flush();
    }

    private void apertium(Signals signals, Translator translator, String from, String to, List<Integer> lines) {
        List<String> source = lines.stream().map(text.news(from)::get).toList();
        Edition edition = new Edition(new LanguageTag(to), to, Fitness.GIST, false);
        Trial trial = Trial.of(from, to, source, source);
        if (translator.translate(trial.original(), edition) instanceof Translated(var translation)) {
            Map<String, List<SentencePair>> byPlace = translation.sentences().stream()
                    .collect(Collectors.groupingBy(pair -> pair.place().path()));
            for (int i = 0; i < lines.size(); i++) {
                List<SentencePair> pairs = byPlace.getOrDefault(Trial.place(i).path(), List.of());
                if (pairs.size() == 1) {
                    routes.add(Adequacy.route("Apertium", from, to));
                    add(signals, from, to, pairs.getFirst(), text.news(to).get(lines.get(i)));
                }
            }
        }
    }

    private void add(Signals signals, String from, String to, SentencePair pair, String reference) {
        Map<Signal, Double> measured =
                signals.of(from, to, pair.source(), pair.target(), pair.unknown(), pair.faults());
        rows.add(Adequacy.features(from, to, pair.source(), pair.target(), measured));
        wanted.add(ChrF.of(reference, pair.target()));
    }

    /** The weights, as the file has them: those of the features, and a line for each route. */
    String lines() {
        List<String> names = routes.stream().distinct().sorted().toList();
        int features = rows.getFirst().length;
        double[] weights = LeastSquares.fit(
                IntStream.range(0, rows.size())
                        .mapToObj(i -> withRoute(rows.get(i), names.indexOf(routes.get(i)), names.size()))
                        .toList(),
                wanted);
        String all =
                Arrays.stream(weights, 0, features).mapToObj(AdequacyFit::plain).collect(Collectors.joining(" "));
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + ": " + plain(weights[features + i]) + "\n")
                .collect(Collectors.joining("", "all: " + all + "\n", ""));
    }

    private static double[] withRoute(double[] row, int route, int routes) {
        double[] all = Arrays.copyOf(row, row.length + routes);
        all[row.length + route] = 1;
        return all;
    }

    private static String plain(double weight) {
        return String.format(Locale.ROOT, "%.3f", weight);
    }
}
