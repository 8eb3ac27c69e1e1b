package org.polywire.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polywire.check.Lexicon;
import org.polywire.check.Stems;

/**
 * Learns from parallel lines which English words stand for the words of a language: IBM model 1 (Brown et al. 1993) on the
 * keys of {@link Stems}. Deterministic.
 */
final class LexiconLearner {
    private static final int ROUNDS = 6;
    private static final int LEAST_LINES = 2;
    private static final double LEAST_PROBABILITY = 0.12;
    private static final int MOST_TRANSLATIONS = 4;

    private final Map<String, int[]> capitals = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final List<Set<String>> english = new ArrayList<>();

    /** Adds lines beside their English. */
    void add(String language, List<String> lines, List<String> englishLines) {
        for (int i = 0; i < lines.size(); i++) {
            words.add(new TreeSet<>(keys(lines.get(i), language, capitals)));
            english.add(new TreeSet<>(Stems.keys(englishLines.get(i), "en")));
        }
    }

    /** The keys of a line; counts how often each is written with a capital, and how often at all. */
    private static Set<String> keys(String line, String language, Map<String, int[]> capitals) {
        Set<String> keys = new TreeSet<>();
        for (Stems.Stem stem : Stems.of(line, language)) {
            keys.add(stem.key());
            int[] counts = capitals.computeIfAbsent(stem.key(), any -> new int[2]);
            if (stem.capital()) {
                counts[0]++;
            }
            counts[1]++;
        }
        return keys;
    }

    private static double share(int[] counts) {
        return counts == null ? 0 : (double) counts[0] / Math.max(1, counts[1]);
    }

    /** The lexicon of English itself: each word stands for itself. */
    static Lexicon english(List<String> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, int[]> capitals = new HashMap<>();
        lines.forEach(line -> keys(line, "en", capitals).forEach(key -> counts.merge(key, 1, Integer::sum)));
        Map<String, Lexicon.Entry> entries = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (count >= LEAST_LINES) {
                entries.put(
                        key,
                        new Lexicon.Entry(
                                List.of(key),
                                0.8,
                                (double) count / lines.size(),
                                share(Objects.requireNonNull(capitals.get(key)))));
            }
        });
        return new Lexicon(entries);
    }

    Lexicon learn() {
        Map<String, Integer> wordNumbers = numbers(words);
        Map<String, Integer> keyNumbers = numbers(english);
        int[][] from = numbered(words, wordNumbers);
        int[][] to = numbered(english, keyNumbers);
        double[] table = new double[0];
        Pairs pairs = new Pairs(from, to, wordNumbers.size());
        for (int round = 0; round < ROUNDS; round++) {
            table = pairs.round(table, keyNumbers.size() + 1);
        }
        return lexicon(pairs, table, to);
    }

    private static Map<String, Integer> numbers(List<Set<String>> lines) {
        Map<String, Integer> numbers = new TreeMap<>();
        lines.forEach(line -> line.forEach(word -> numbers.putIfAbsent(word, numbers.size())));
        return numbers;
    }

    private static int[][] numbered(List<Set<String>> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .map(line -> line.stream()
                        .mapToInt(word -> numbers.getOrDefault(word, -1))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** All pairs of an English word (or none) and a word of a line, each with a slot of its own in a table. */
    private static final class Pairs {
        private final Map<Long, Integer> slots = new HashMap<>();
        private final int[] keyOfSlot;
        private final int[][] slotsOfLine;
        private final int[] widths;

        Pairs(int[][] from, int[][] to, int words) {
            slotsOfLine = new int[from.length][];
            widths = new int[from.length];
            List<Integer> keys = new ArrayList<>();
            for (int i = 0; i < from.length; i++) {
                slotsOfLine[i] = new int[from[i].length * (to[i].length + 1)];
                widths[i] = to[i].length + 1;
                int at = 0;
                for (int word : from[i]) {
                    for (int k = -1; k < to[i].length; k++) {
                        int key = k < 0 ? 0 : to[i][k] + 1;
                        long pair = (long) key * words + word;
                        Integer slot = slots.get(pair);
                        if (slot == null) {
                            slot = slots.size();
                            slots.put(pair, slot);
                            keys.add(key);
                        }
                        slotsOfLine[i][at++] = slot;
                    }
                }
            }
            keyOfSlot = keys.stream().mapToInt(Integer::intValue).toArray();
        }

        /** One round of expectation and maximisation: how likely an English word makes a word of the language. */
        double[] round(double[] table, int keys) {
            double[] counts = new double[keyOfSlot.length];
            double[] sums = new double[keys];
            for (int i = 0; i < slotsOfLine.length; i++) {
                share(i, table, counts);
            }
            for (int slot = 0; slot < counts.length; slot++) {
                sums[keyOfSlot[slot]] += counts[slot];
            }
            for (int slot = 0; slot < counts.length; slot++) {
                counts[slot] /= sums[keyOfSlot[slot]];
            }
            return counts;
        }

        private void share(int line, double[] table, double[] counts) {
            int[] all = slotsOfLine[line];
            int width = widths[line];
            for (int start = 0; start < all.length; start += width) {
                double sum = 0;
                for (int k = start; k < start + width; k++) {
                    sum += table.length == 0 ? 1 : table[all[k]];
                }
                for (int k = start; k < start + width; k++) {
                    counts[all[k]] += (table.length == 0 ? 1 : table[all[k]]) / sum;
                }
            }
        }
    }

    /** The other way round: for each word the English words that probably made it. */
    private Lexicon lexicon(Pairs pairs, double[] table, int[][] to) {
        Map<String, Map<String, Double>> made = new HashMap<>();
        Map<String, Integer> lines = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            String[] keys = english.get(i).toArray(String[]::new);
            int width = to[i].length + 1;
            int start = 0;
            for (String word : words.get(i)) {
                lines.merge(word, 1, Integer::sum);
                double sum = 0;
                for (int k = start; k < start + width; k++) {
                    sum += table[pairs.slotsOfLine[i][k]];
                }
                for (int k = 1; k < width; k++) {
                    double share = table[pairs.slotsOfLine[i][start + k]] / sum;
                    if (share > 0.01) {
                        made.computeIfAbsent(word, any -> new TreeMap<>()).merge(keys[k - 1], share, Double::sum);
                    }
                }
                start += width;
            }
        }
        Map<String, List<String>> chosen = new TreeMap<>();
        lines.forEach((word, count) -> {
            if (count >= LEAST_LINES) {
                chosen.put(word, best(made.getOrDefault(word, Map.of()), count));
            }
        });
        return measured(chosen, lines);
    }

    private static List<String> best(Map<String, Double> made, int lines) {
        return made.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_PROBABILITY * lines && entry.getValue() > 0.6)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TRANSLATIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Lexicon measured(Map<String, List<String>> chosen, Map<String, Integer> lines) {
        Map<String, Integer> kept = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Set<String> there = english.get(i);
            for (String word : words.get(i)) {
                if (chosen.getOrDefault(word, List.of()).stream().anyMatch(there::contains)) {
                    kept.merge(word, 1, Integer::sum);
                }
            }
        }
        Map<String, Lexicon.Entry> entries = new TreeMap<>();
        chosen.forEach((word, english) -> {
            if (!english.isEmpty()) {
                int count = Objects.requireNonNull(lines.get(word));
                double share = (kept.getOrDefault(word, 0) + 1.0) / (count + 4.0);
                entries.put(
                        word,
                        new Lexicon.Entry(
                                english,
                                share,
                                (double) count / words.size(),
                                share(Objects.requireNonNull(capitals.get(word)))));
            }
        });
        return new Lexicon(entries);
    }

    /** The file's lines. */
    static String lines(Lexicon lexicon) {
        return new TreeMap<>(lexicon.entries())
                .entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%s %d %d %d %s%n",
                                entry.getKey(),
                                Math.round(entry.getValue().share() * 10_000),
                                Math.round(entry.getValue().kept() * 100),
                                Math.round(entry.getValue().capital() * 100),
                                String.join(" ", entry.getValue().english())))
                        .collect(Collectors.joining());
    }
}
