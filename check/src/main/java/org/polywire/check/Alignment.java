package org.polywire.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;

/**
 * Which words of two texts stand for each other, and how much each word says for or against that the texts do.
 *
 * <p>A word's evidence is the logarithm of how much likelier it is to find (or miss) its counterpart in a translation than in
 * any sentence of the language: a rare word that is there says much, {@code of} says nothing (Fung 1995, Munteanu and Marcu
 * 2005 use lexica alike to find parallel sentences).
 *
 * @param source the words of the original
 * @param target the words of the translation
 * @param sourceForms for each word of the original how it is compared with those of the translation
 * @param targetForms for each word of the translation the same
 * @param sourceEvidence for each word of the original, above 0 if its counterpart was found
 * @param targetEvidence for each word of the translation
 * @param partners for each word of the original the index of its counterpart, or -1
 * @param targetPartners for each word of the translation the same
 */
record Alignment(
        List<Stem> source,
        List<Stem> target,
        List<String> sourceForms,
        List<String> targetForms,
        double[] sourceEvidence,
        double[] targetEvidence,
        int[] partners,
        int[] targetPartners) {

    /** Words of an English sentence of news in the mean (NTREX-128, lines 1–1000). */
    private static final double USUAL_WORDS = 22;

    private static final double MOST = 4;

    /** How likely a word that the lexicon lacks has a look-alike: in a translation, and in any sentence. */
    private record Chance(double translated, double any) {
        double found() {
            return Math.log(translated / any);
        }

        double missed() {
            return Math.log((1 - translated) / (1 - any));
        }
    }

    static Alignment of(Languages languages, TextPair texts) {
        return new Work(languages, texts.source(), texts.target()).run();
    }

    /** The sum of all evidence, per word. */
    double together() {
        return (Arrays.stream(sourceEvidence).sum()
                        + Arrays.stream(targetEvidence).sum())
                / Math.max(1, source.size() + target.size());
    }

    double total() {
        return Arrays.stream(sourceEvidence).sum()
                + Arrays.stream(targetEvidence).sum();
    }

    /** The greatest sum of evidence against in a run of words. */
    static double worstRun(double[] evidence) {
        double worst = 0;
        double run = 0;
        for (double word : evidence) {
            run = Math.max(0, run - word);
            worst = Math.max(worst, run);
        }
        return worst;
    }

    /** The greatest sum of evidence against in a run that reaches the end. */
    static double worstTail(double[] evidence) {
        double worst = 0;
        double tail = 0;
        for (int i = evidence.length - 1; i >= 0; i--) {
            tail -= evidence[i];
            worst = Math.max(worst, tail);
        }
        return worst;
    }

    /** One alignment being made; used by one thread. */
    private static final class Work {
        private final Languages languages;
        private final List<Stem> source;
        private final List<Stem> target;
        private final List<String> sourceForms;
        private final List<String> targetForms;

        private final List<Lexicon.@Nullable Entry> sourceEntries;
        private final List<Lexicon.@Nullable Entry> targetEntries;
        private final List<String> sourceAcronyms;
        private final List<String> targetAcronyms;

        Work(Languages languages, Text source, Text target) {
            this.sourceAcronyms = source.acronyms();
            this.targetAcronyms = target.acronyms();
            this.languages = languages;
            this.source = source.stems();
            this.target = target.stems();
            this.sourceForms = source.forms(languages.cognates());
            this.targetForms = target.forms(languages.cognates());
            this.sourceEntries = source.entries(languages.source());
            this.targetEntries = target.entries(languages.target());
        }

        Alignment run() {
            int[] partners = new int[source.size()];
            int[] targetPartners = new int[target.size()];
            double[] one = evidence(
                    source, sourceEntries, target, targetEntries, targetAcronyms, sourceForms, targetForms, partners);
            double[] other = evidence(
                    target,
                    targetEntries,
                    source,
                    sourceEntries,
                    sourceAcronyms,
                    targetForms,
                    sourceForms,
                    targetPartners);
            return new Alignment(source, target, sourceForms, targetForms, one, other, partners, targetPartners);
        }

        private double[] evidence(
                List<Stem> words,
                List<Lexicon.@Nullable Entry> entries,
                List<Stem> others,
                List<Lexicon.@Nullable Entry> otherEntries,
                List<String> acronyms,
                List<String> forms,
                List<String> otherForms,
                int[] partners) {
            Map<String, Integer> bridge = bridge(others, otherEntries);
            acronyms.forEach(key -> bridge.putIfAbsent(key, 0));
            double[] evidence = new double[words.size()];
            List<Integer> open = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                Lexicon.Entry entry = entries.get(i);
                partners[i] = entry == null ? -1 : found(entry, bridge);
                if (entry != null) {
                    evidence[i] = known(entry, partners[i] >= 0, others.size());
                }
                if (partners[i] < 0) {
                    open.add(i);
                }
            }
            for (int i : open) {
                partners[i] = languages.cognates().find(forms.get(i), otherForms);
                evidence[i] = open(evidence[i], words.get(i), partners[i] >= 0);
            }
            return evidence;
        }

        private static Map<String, Integer> bridge(List<Stem> words, List<Lexicon.@Nullable Entry> entries) {
            Map<String, Integer> bridge = new HashMap<>();
            for (Stem word : words) {
                Lexicon.Entry entry = entries.get(word.index());
                if (entry != null) {
                    for (String key : entry.english()) {
                        bridge.putIfAbsent(key, word.index());
                    }
                }
            }
            return bridge;
        }

        private static int found(Lexicon.Entry entry, Map<String, Integer> bridge) {
            for (String key : entry.english()) {
                Integer at = bridge.get(key);
                if (at != null) {
                    return at;
                }
            }
            return -1;
        }

        private double known(Lexicon.Entry entry, boolean found, int otherWords) {
            double any = Math.min(0.97, 1 - Math.pow(languages.absent(entry), Math.max(0.2, otherWords / USUAL_WORDS)));
            double translated = Math.max(Math.min(any + 0.01, 0.98), entry.kept() * languages.bridgeLoss());
            return found
                    ? Math.min(MOST, Math.log(translated / any))
                    : Math.max(-MOST, Math.log((1 - translated) / (1 - any)));
        }

        /** A word without a counterpart in the lexicon: a look-alike makes good for it. */
        private double open(double soFar, Stem word, boolean alike) {
            if (!languages.cognates().possible()) {
                return soFar;
            }
            Chance chance = word.capital()
                    ? new Chance(languages.capitalAlike(), 0.03)
                    : new Chance(languages.smallAlike(), 0.05);
            if (alike) {
                return Math.min(MOST, chance.found());
            }
            return soFar == 0 ? chance.missed() : soFar;
        }
    }
}
