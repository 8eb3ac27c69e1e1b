package org.polywire.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
     * @param heldOut whether to read the held-out articles or the others
     * @param articles how many of them at most
     * @param most planted faults of a kind
     */
    Tally run(String pair, boolean heldOut, int articles, int most) {
        Tally tally = new Tally();
        String from = pair.substring(0, 2);
        String to = pair.substring(3);
        Random random = new Random(seed * 31 + pair.hashCode());
        for (int document = 0; document < text.documents().size() && tally.articles < articles; document++) {
            if (ParallelText.heldOut(document) == heldOut) {
                List<Integer> lines = text.documents().get(document);
                sound(tally, from, to, lines);
                for (int i = 0; i < lines.size(); i++) {
                    faulty(
                            tally,
                            Mutation.Line.of(text, from, to, lines.get(i)),
                            lines.getFirst(),
                            i > 0,
                            most,
                            random);
                }
            }
        }
        return tally;
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
                .forEach(finding -> {
                    tally.reasons.merge(finding.code(), 1, Integer::sum);
                    tally.alarms.add(from + "-" + to + " " + finding.code() + " " + finding.evidence());
                });
    }

    private static Set<Place> held(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::place)
                .collect(Collectors.toSet());
    }

    private void faulty(Tally tally, Mutation.Line line, int headline, boolean body, int most, Random random) {
        for (Mutation mutation : Mutation.values()) {
            if (tally.fault(mutation)[1] < most) {
                mutation.plant(line, random).ifPresent(target -> {
                    boolean caught = held(review(line, target, headline, body)).contains(Trial.place(body ? 1 : 0));
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
    private Verdict review(Mutation.Line line, String target, int headline, boolean body) {
        Trial trial = body
                ? Trial.of(
                        line.from(),
                        line.to(),
                        List.of(text.news(line.from()).get(headline), line.source()),
                        List.of(text.news(line.to()).get(headline), target))
                : Trial.of(line.from(), line.to(), List.of(line.source()), List.of(target));
        return checks.review(trial.original(), trial.translation());
    }
}
