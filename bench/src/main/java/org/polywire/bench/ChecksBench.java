package org.polywire.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.check.Checks;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;
import org.polywire.model.Verdict;

/** Has the checks read human translations, sound and with faults planted in them, and counts what they hold. */
final class ChecksBench {
    /** Pairs that experts are fitted to. */
    static final List<String> DEVELOPMENT_PAIRS = List.of(
            "en-es", "es-en", "en-de", "de-en", "en-fr", "fr-en", "en-ru", "es-ca", "ca-es", "pt-es", "nb-da", "en-it");

    /** Pairs that nothing is fitted to. */
    static final List<String> HELD_OUT_PAIRS =
            List.of("ru-en", "en-uk", "it-es", "es-gl", "en-sv", "pt-fr", "nl-en", "da-sv", "es-pt", "en-ar");

    /** What came of the lines of a pair. */
    static final class Tally {
        int sentences;
        int heldSentences;
        int articles;
        int heldArticles;
        long nanos;
        final Map<FindingCode, Integer> reasons = new TreeMap<>();
        final Map<Mutation, int[]> faults = new EnumMap<>(Mutation.class);
        final List<String> alarms = new ArrayList<>();
        final List<String> missed = new ArrayList<>();

        int[] fault(Mutation mutation) {
            return faults.computeIfAbsent(mutation, any -> new int[2]);
        }
    }

    private final ParallelText text;
    private final Checks checks;
    private final long seed;

    ChecksBench(ParallelText text, Checks checks, long seed) {
        this.text = text;
        this.checks = checks;
        this.seed = seed;
    }

    /**
     * Faults are spread evenly over the articles and lie anywhere in them.
     *
     * @param heldOut whether to read the held-out articles or the others
     * @param articles how many of them at most
     * @param most planted faults of a kind
     */
    Tally run(String pair, boolean heldOut, int articles, int most) {
        Tally tally = new Tally();
        String from = pair.substring(0, 2);
        String to = pair.substring(3);
        Random random = new Random(seed * 31 + pair.hashCode());
        List<List<Integer>> chosen = chosen(heldOut, articles);
        for (int i = 0; i < chosen.size(); i++) {
            List<Integer> article = chosen.get(i);
            sound(tally, from, to, article);
            int soFar = (most * (i + 1) + chosen.size() - 1) / chosen.size();
            List<Integer> order = new ArrayList<>(article);
            Collections.shuffle(order, random);
            for (int line : order) {
                faulty(tally, Mutation.Line.of(text, from, to, line), article, soFar, random);
            }
        }
        return tally;
    }

    private List<List<Integer>> chosen(boolean heldOut, int articles) {
        List<List<Integer>> documents = text.documents();
        return IntStream.range(0, documents.size())
                .filter(document -> ParallelText.heldOut(document) == heldOut)
                .limit(articles)
                .mapToObj(documents::get)
                .toList();
    }

    private void sound(Tally tally, String from, String to, List<Integer> lines) {
        Trial trial = Trial.of(
                from,
                to,
                lines.stream().map(text.news(from)::get).toList(),
                lines.stream().map(text.news(to)::get).toList());
        long start = System.nanoTime();
        Verdict verdict = checks.review(trial.original(), trial.translation());
        tally.nanos += System.nanoTime() - start;
        Set<Place> held = held(verdict);
        tally.sentences += lines.size();
        tally.heldSentences += held.size();
        tally.articles++;
        tally.heldArticles += verdict instanceof Verdict.Passed ? 0 : 1;
        verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> tally.reasons.merge(finding.code(), 1, Integer::sum));
        tally.alarms.addAll(trial.held(verdict, lines));
    }

    private static Set<Place> held(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::place)
                .collect(Collectors.toSet());
    }

    private void faulty(Tally tally, Mutation.Line line, List<Integer> article, int most, Random random) {
        for (Mutation mutation : Mutation.values()) {
            if (tally.fault(mutation)[1] < most) {
                mutation.plant(line, random).ifPresent(target -> {
                    boolean caught = isHeld(line, target, mutation.needsArticle() ? article : around(line, article));
                    tally.fault(mutation)[0] += caught ? 1 : 0;
                    tally.fault(mutation)[1]++;
                    if (!caught) {
                        tally.missed.add(
                                line.from() + "-" + line.to() + " " + mutation + " " + line.source() + " → " + target);
                    }
                });
            }
        }
    }

    /** The line as the only paragraph under its article's headline; or as a headline alone. */
    private static List<Integer> around(Mutation.Line line, List<Integer> article) {
        return Stream.of(article.getFirst(), line.number()).distinct().toList();
    }

    /** Whether a line is held where it has another text than the human translation's. */
    private boolean isHeld(Mutation.Line line, String target, List<Integer> lines) {
        List<String> targets =
                new ArrayList<>(lines.stream().map(text.news(line.to())::get).toList());
        int at = lines.indexOf(line.number());
        targets.set(at, target);
        Trial trial = Trial.of(
                line.from(),
                line.to(),
                lines.stream().map(text.news(line.from())::get).toList(),
                targets);
        return held(checks.review(trial.original(), trial.translation())).contains(Trial.place(at));
    }
}
