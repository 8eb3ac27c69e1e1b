package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.polywire.check.Expert;
import org.polywire.check.Lexicon;
import org.polywire.check.Signal;
import org.polywire.check.Signals;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.SentencePair;

/**
 * Makes the files that the checks have learned: the lexica and the experts, from the development articles alone.
 *
 * <p>An expert is fitted to signals that were measured with a lexicon of the other half of the articles, as it will meet
 * articles that no lexicon has seen. The same corpus makes the same files.
 */
final class ChecksFit {
    /** Planted faults of a kind that are taken from a pair. */
    private static final int FAULTS = 70;

    private final ParallelText text;
    private final Path folder;
    private final LanguageIdentifier identifier;
    private final PrintWriter words;

    private final List<Map<Signal, Double>> sound = new ArrayList<>();
    private final Map<Mutation, List<Map<Signal, Double>>> faulty = new EnumMap<>(Mutation.class);

    ChecksFit(ParallelText text, Path folder, LanguageIdentifier identifier, PrintWriter words) {
        this.text = text;
        this.folder = folder;
        this.identifier = identifier;
        this.words = words;
    }

    void run() {
        List<List<Integer>> halves = halves();
        AdequacyFit adequacy = new AdequacyFit(text, identifier, words);
        for (int half = 0; half < 2; half++) {
            say("signals, half " + (half + 1));
            Signals signals = new Signals(identifier, lexica(halves.get(1 - half), false));
            for (String pair : ChecksBench.DEVELOPMENT_PAIRS) {
                measure(signals, pair, halves.get(half));
            }
            if (half == 0) {
                adequacy.neural(signals);
                adequacy.apertium(signals, halves.get(half));
            }
        }
        say("experts");
        experts();
        write(
                "adequacy.txt",
                "# A linear model of chrF2 (Adequacy), and what each engine has beyond the mean between two languages."
                        + " Made by ./polywire bench checks --fit; do not edit.\n"
                        + adequacy.lines());
        say("lexica");
        Map<String, Lexicon> all = lexica(joined(halves), true);
        all.forEach((language, lexicon) -> write("lexicon/" + language + ".txt", LexiconLearner.lines(lexicon)));
    }

    private void say(String what) {
        words.println("Fitting: " + what);
        words.flush();
    }

    /** The lines of the development articles, every other article in each list. */
    private List<List<Integer>> halves() {
        List<List<Integer>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        int half = 0;
        for (int document = 0; document < text.documents().size(); document++) {
            if (!ParallelText.heldOut(document)) {
                halves.get(half).addAll(text.documents().get(document));
                half = 1 - half;
            }
        }
        return halves;
    }

    private static List<Integer> joined(List<List<Integer>> halves) {
        return halves.stream().flatMap(List::stream).sorted().toList();
    }

    private Map<String, Lexicon> lexica(List<Integer> lines, boolean newstest) {
        Map<String, Lexicon> lexica = new TreeMap<>();
        List<String> english = lines.stream().map(text.news("en")::get).toList();
        for (String language : ParallelText.languages()) {
            if (language.equals("en")) {
                List<String> more = new ArrayList<>(english);
                more.addAll(text.newstest("en").subList(0, ParallelText.HELD_OUT_NEWSTEST));
                lexica.put("en", LexiconLearner.english(more));
                continue;
            }
            LexiconLearner learner = new LexiconLearner();
            learner.add(language, lines.stream().map(text.news(language)::get).toList(), english);
            if (ParallelText.NEWSTEST.contains(language)) {
                learner.add(
                        language,
                        text.newstest(language).subList(0, newstest ? ParallelText.HELD_OUT_NEWSTEST : 1_000),
                        text.newstest("en").subList(0, newstest ? ParallelText.HELD_OUT_NEWSTEST : 1_000));
            }
            lexica.put(language, learner.learn());
        }
        if (newstest) {
            LexiconLearner czech = new LexiconLearner();
            czech.add(
                    "cs",
                    text.newstest("cs").subList(0, 2_000),
                    text.newstest("en").subList(0, 2_000));
            lexica.put("cs", czech.learn());
        }
        return lexica;
    }

    private void measure(Signals signals, String pair, List<Integer> lines) {
        String from = pair.substring(0, 2);
        String to = pair.substring(3);
        Map<Mutation, Integer> planted = new EnumMap<>(Mutation.class);
        Random random = new Random(pair.hashCode());
        List<Integer> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        articles(lines).forEach(article -> sound.addAll(signals.of(from, to, pairs(from, to, article))));
        for (int number : shuffled) {
            Mutation.Line line = Mutation.Line.of(text, from, to, number);
            for (FaultKind kind : FaultKind.values()) {
                for (Mutation mutation : kind.mutations()) {
                    if (planted.getOrDefault(mutation, 0) < FAULTS / 2) {
                        mutation.plant(line, random).ifPresent(target -> {
                            planted.merge(mutation, 1, Integer::sum);
                            faulty.computeIfAbsent(mutation, any -> new ArrayList<>())
                                    .add(signals.of(from, to, line.source(), target, List.of(), List.of()));
                        });
                    }
                }
            }
        }
        say(pair + ": " + sound.size() + " sound sentences, "
                + faulty.values().stream().mapToInt(List::size).sum() + " faulty ones");
    }

    /** The lines of each article, of those that are given. */
    private List<List<Integer>> articles(List<Integer> lines) {
        return text.documents().stream().filter(lines::containsAll).toList();
    }

    private List<SentencePair> pairs(String from, String to, List<Integer> lines) {
        return lines.stream()
                .map(line -> new SentencePair(
                        Trial.place(0), text.news(from).get(line), text.news(to).get(line), List.of(), List.of()))
                .toList();
    }

    private void experts() {
        StringBuilder lines = new StringBuilder(
                "# What the checks know of each kind of fault: its name, the code of a finding, the logit of a sentence without signals,\n"
                        + "# and what each signal adds that reaches a level. Made by ./polywire bench checks --fit; do not edit.\n");
        for (FaultKind kind : FaultKind.values()) {
            List<Map<Signal, Double>> planted = kind.mutations().stream()
                    .flatMap(mutation -> faulty.getOrDefault(mutation, List.of()).stream())
                    .toList();
            Expert expert = new ExpertFitter(kind).fit(sound, planted);
            say(kind + ": caught " + percent(expert, planted) + ", false alarms " + percent(expert, sound));
            lines.append(ExpertFitter.line(expert)).append('\n');
        }
        write("experts.txt", lines.toString());
    }

    private static String percent(Expert expert, List<Map<Signal, Double>> samples) {
        long held = samples.stream()
                .filter(sample -> expert.probability(sample) >= 0.5)
                .count();
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * held / Math.max(1, samples.size()));
    }

    private void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
