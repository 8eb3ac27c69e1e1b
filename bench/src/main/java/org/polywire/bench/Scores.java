package org.polywire.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How near translations come to reference translations, by the two usual measures, computed over the whole text: BLEU (Papineni et al.
 * 2002) and chrF2 (Popović 2015), both from 0 to 100 and with the settings that sacreBLEU 2 has by default.
 */
record Scores(double bleu, double chrF2) {
    private static final int BLEU_ORDER = 4;
    private static final int CHRF_ORDER = 6;
    private static final double BETA_SQUARED = 4;

    /** mteval-v13a's rules for tokens: symbols of ASCII stand alone, and so do points and commas that are not between digits. */
    private static final List<Rule> RULES = List.of(
            new Rule("([\\{-\\~\\[-\\` -\\&\\(-\\+\\:-\\@\\/])", " $1 "),
            new Rule("([^0-9])([\\.,])", "$1 $2 "),
            new Rule("([\\.,])([^0-9])", " $1 $2"),
            new Rule("([0-9])(-)", "$1 $2 "));

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    /**
     * @throws IllegalArgumentException if there are not as many translations as references
     */
    static Scores of(List<String> translations, List<String> references) {
        if (translations.size() != references.size()) {
            throw new IllegalArgumentException(
                    translations.size() + " translations for " + references.size() + " references");
        }
        return new Scores(bleu(translations, references), chrF2(translations, references));
    }

    private static double bleu(List<String> translations, List<String> references) {
        long[] matches = new long[BLEU_ORDER];
        long[] totals = new long[BLEU_ORDER];
        long length = 0;
        long referenceLength = 0;
        for (int i = 0; i < translations.size(); i++) {
            List<String> translation = tokens(translations.get(i));
            List<String> reference = tokens(references.get(i));
            length += translation.size();
            referenceLength += reference.size();
            for (int n = 1; n <= BLEU_ORDER; n++) {
                totals[n - 1] += Math.max(translation.size() - n + 1, 0);
                matches[n - 1] += overlap(wordGrams(translation, n), wordGrams(reference, n));
            }
        }
        return bleu(matches, totals, length, referenceLength);
    }

    /** A count of zero is replaced by a half, the next by a quarter, and so on ("exp" smoothing). */
    private static double bleu(long[] matches, long[] totals, long length, long referenceLength) {
        double logarithm = 0;
        double smoothing = 1;
        for (int n = 0; n < BLEU_ORDER; n++) {
            if (totals[n] == 0) {
                return 0;
            }
            smoothing *= matches[n] == 0 ? 2 : 1;
            double precision = matches[n] == 0 ? 1 / (smoothing * totals[n]) : (double) matches[n] / totals[n];
            logarithm += Math.log(100 * precision) / BLEU_ORDER;
        }
        double brevity = length >= referenceLength ? 1 : Math.exp(1 - (double) referenceLength / length);
        return brevity * Math.exp(logarithm);
    }

    private static List<String> tokens(String line) {
        String text = " "
                + line.stripTrailing()
                        .replace("<skipped>", "")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                + " ";
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        return pieces(text);
    }

    /** The parts between white space of any kind, no-break spaces included. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSpace(text.charAt(i))) {
                if (!piece.isEmpty()) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
            } else {
                piece.append(text.charAt(i));
            }
        }
        return pieces;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    private static Map<List<String>, Integer> wordGrams(List<String> tokens, int n) {
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            grams.merge(tokens.subList(i, i + n), 1, Integer::sum);
        }
        return grams;
    }

    private static double chrF2(List<String> translations, List<String> references) {
        long[][] counts = new long[CHRF_ORDER][3];
        for (int i = 0; i < translations.size(); i++) {
            int[] translation = characters(translations.get(i));
            int[] reference = characters(references.get(i));
            for (int n = 1; n <= CHRF_ORDER; n++) {
                counts[n - 1][0] += Math.max(translation.length - n + 1, 0);
                counts[n - 1][1] += Math.max(reference.length - n + 1, 0);
                counts[n - 1][2] += overlap(characterGrams(translation, n), characterGrams(reference, n));
            }
        }
        return chrF2(counts);
    }

    private static double chrF2(long[][] counts) {
        double precision = 0;
        double recall = 0;
        int used = 0;
        for (long[] count : counts) {
            if (count[0] > 0 && count[1] > 0) {
                precision += (double) count[2] / count[0];
                recall += (double) count[2] / count[1];
                used++;
            }
        }
        if (used == 0 || precision + recall == 0) {
            return 0;
        }
        double p = precision / used;
        double r = recall / used;
        return 100 * (1 + BETA_SQUARED) * p * r / (BETA_SQUARED * p + r);
    }

    private static int[] characters(String line) {
        return String.join("", pieces(line)).codePoints().toArray();
    }

    private static Map<String, Integer> characterGrams(int[] characters, int n) {
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= characters.length; i++) {
            grams.merge(new String(characters, i, n), 1, Integer::sum);
        }
        return grams;
    }

    private static <T> long overlap(Map<T, Integer> left, Map<T, Integer> right) {
        return left.entrySet().stream()
                .mapToLong(entry -> Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
