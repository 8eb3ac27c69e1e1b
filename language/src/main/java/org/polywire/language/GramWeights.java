package org.polywire.language;

import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The weights of OpenNLP's model of languages: which sequences of letters speak for which language, and how much. Flat arrays take a third of
 * the memory of the model's own objects (146,000 entries of a map, with texts and small arrays), which a newsroom holds as long as it runs. Immutable.
 */
final class GramWeights {
    /** As many characters as a number of 64 bits has room for; the model's sequences have three at most. */
    private static final int LONGEST = Long.SIZE / Character.SIZE;

    /** A multiplier that spreads the numbers over the table (Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int languages;

    /** A table with open addressing, at most three quarters full; 0 where there is none. */
    private final long[] grams;

    /** Where what a sequence speaks for begins; it ends where that of the next place begins. */
    private final int[] starts;

    private final byte[] spokenFor;
    private final float[] weights;

    GramWeights(AbstractModel model) {
        Map<String, Context> contexts = contexts(model);
        languages = model.getNumOutcomes();
        grams = new long[Integer.highestOneBit(contexts.size() / 3 * 4) << 1];
        Context[] found = new Context[grams.length];
        contexts.forEach((text, context) -> {
            int place = place(number(text));
            grams[place] = number(text);
            found[place] = context;
        });
        starts = starts(found);
        spokenFor = new byte[starts[grams.length]];
        weights = new float[starts[grams.length]];
        for (int place = 0; place < grams.length; place++) {
            if (grams[place] != 0) {
                fill(starts[place], found[place]);
            }
        }
    }

    /** As OpenNLP writes its models: the second of these structures has what each feature speaks for. */
    @SuppressWarnings("unchecked")
    private static Map<String, Context> contexts(AbstractModel model) {
        return (Map<String, Context>) model.getDataStructures()[1];
    }

    private static int[] starts(Context[] found) {
        int[] starts = new int[found.length + 1];
        for (int place = 0; place < found.length; place++) {
            starts[place + 1] = starts[place] + (found[place] == null ? 0 : found[place].getOutcomes().length);
        }
        return starts;
    }

    private void fill(int start, Context context) {
        for (int i = 0; i < context.getOutcomes().length; i++) {
            spokenFor[start + i] = (byte) context.getOutcomes()[i];
            weights[start + i] = (float) context.getParameters()[i];
        }
    }

    /** How likely each language is by what stands in a text, in the order of the model; they add up to 1. */
    double[] shares(CharSequence[] found) {
        double[] sums = new double[languages];
        for (CharSequence gram : found) {
            if (!gram.isEmpty() && gram.length() <= LONGEST) {
                add(place(number(gram)), sums);
            }
        }
        return normalized(sums);
    }

    private void add(int place, double[] sums) {
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            sums[Byte.toUnsignedInt(spokenFor[i])] += weights[i];
        }
    }

    private static double[] normalized(double[] sums) {
        double highest = sums[0];
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.exp(sums[i] - highest);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    /** Where a sequence stands, or would stand. */
    private int place(long gram) {
        int place = (int) ((gram * SPREAD) >>> (Long.numberOfLeadingZeros(grams.length) + 1));
        while (grams[place] != 0 && grams[place] != gram) {
            place = (place + 1) & (grams.length - 1);
        }
        return place;
    }

    /** The characters one after another, so that no two sequences without a leading NUL have the same number. */
    private static long number(CharSequence gram) {
        if (gram.length() > LONGEST) {
            throw new IllegalArgumentException("the model has a longer sequence than " + LONGEST + " letters: " + gram);
        }
        long number = 0;
        for (int i = 0; i < gram.length(); i++) {
            number = number << Character.SIZE | gram.charAt(i);
        }
        return number;
    }
}
