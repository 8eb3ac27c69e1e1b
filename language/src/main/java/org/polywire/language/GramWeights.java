package org.polywire.language;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/**
 * The weights of OpenNLP's model of languages: which sequences of letters speak for which language, and how much. Flat arrays take a third of
 * the memory of the model's own objects (146,000 entries of a map, with texts and small arrays), which a newsroom holds as long as it runs. Immutable.
 */
final class GramWeights {
    /** How many characters the model's sequences have at most; four would still go into a number of 64 bits. */
    private static final int LONGEST = 3;

    /** Bits for a number of languages: the model has about a hundred. */
    private static final int COUNT = 7;

    /** A multiplier that spreads the numbers over the table (Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** What the file calls each language. */
    private final List<String> languages;

    /** A table with open addressing, at most three quarters full; 0 where there is none. */
    private final long[] grams;

    /** How far a spread number is shifted to be a place of the table. */
    private final int shift;

    /** Where what the sequence at each place of the table speaks for begins, and in the last {@link #COUNT} bits how many languages these are. */
    private final int[] spans;

    private final byte[] spokenFor;
    private final float[] weights;

    /**
     * Sequences that speak for the same languages, which stand together in the file.
     *
     * @param spokenFor the number of a language in each character
     */
    private record Group(int size, String spokenFor) {
        /** As in <i>43 0 7</i>: forty-three sequences, each for the languages 0 and 7. */
        static Group of(String text) {
            int space = text.indexOf(' ');
            int size = Integer.parseInt(text, 0, space, 10);
            StringBuilder spokenFor = new StringBuilder();
            while (space < text.length()) {
                int next = text.indexOf(' ', space + 1);
                int end = next < 0 ? text.length() : next;
                spokenFor.append((char) Integer.parseInt(text, space + 1, end, 10));
                space = end;
            }
            return new Group(size, spokenFor.toString());
        }
    }

    /**
     * Reads what OpenNLP's {@code GISModelReader} reads: languages, groups, sequences, and for each of these the weight of each language that it
     * speaks for. OpenNLP's own objects would take ten times the memory while they are made.
     */
    GramWeights(DataInput in) throws IOException {
        if (!in.readUTF().equals("GIS")) {
            throw new IOException("this is no model of the kind GIS");
        }
        in.readFully(new byte[Integer.BYTES + Double.BYTES]); // corrections that OpenNLP does not use any more
        languages = texts(in);
        if (languages.size() >= 1 << COUNT) {
            throw new IOException("the model has " + languages.size() + " languages, more than are counted here");
        }
        List<Group> groups = texts(in).stream().map(Group::of).toList();
        int sequences = in.readInt();
        grams = new long[Integer.highestOneBit(sequences / 3 * 4) << 1];
        shift = Long.numberOfLeadingZeros(grams.length) + 1;
        spans = new int[grams.length];
        int[] starts = starts(groups, sequences);
        for (int i = 0; i < sequences; i++) {
            long gram = number(in.readUTF());
            int place = place(gram);
            grams[place] = gram;
            spans[place] = starts[i] << COUNT | starts[i + 1] - starts[i];
        }
        spokenFor = new byte[starts[sequences]];
        weights = new float[starts[sequences]];
        fill(groups, in);
    }

    private static List<String> texts(DataInput in) throws IOException {
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return List.of(texts);
    }

    private static int[] starts(List<Group> groups, int sequences) {
        int[] starts = new int[sequences + 1];
        int next = 0;
        for (Group group : groups) {
            for (int i = 0; i < group.size(); i++) {
                starts[next + 1] = starts[next] + group.spokenFor().length();
                next++;
            }
        }
        return starts;
    }

    private void fill(List<Group> groups, DataInput in) throws IOException {
        int next = 0;
        for (Group group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int k = 0; k < group.spokenFor().length(); k++) {
                    spokenFor[next] = (byte) group.spokenFor().charAt(k);
                    weights[next] = (float) in.readDouble();
                    next++;
                }
            }
        }
    }

    /** What the model calls each language, in the order of its shares. */
    List<String> languages() {
        return languages;
    }

    /** How likely each language is by what stands in a text, each sequence counted once, in the order of the model; they add up to 1. */
    double[] shares(String text) {
        double[] sums = new double[languages.size()];
        long[] known = new long[grams.length / Long.SIZE + 1];
        char[] letters = small(text);
        for (int i = 0; i < letters.length; i++) {
            long gram = 0;
            for (int end = i; end < Math.min(letters.length, i + LONGEST); end++) {
                gram = gram << Character.SIZE | letters[end];
                add(place(gram), known, sums);
            }
        }
        return normalized(sums);
    }

    /** Each character by itself: no sequence of the model knows what stands around it. */
    private static char[] small(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return letters;
    }

    /**
     * @param known a bit for each place of the table, set where its sequence was seen
     */
    private void add(int place, long[] known, double[] sums) {
        long bit = 1L << place;
        if (grams[place] != 0 && (known[place / Long.SIZE] & bit) == 0) {
            known[place / Long.SIZE] |= bit;
            byte[] numbers = spokenFor;
            float[] shares = weights;
            int start = spans[place] >>> COUNT;
            int end = start + (spans[place] & (1 << COUNT) - 1);
            for (int i = start; i < end; i++) {
                sums[numbers[i]] += shares[i];
            }
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
        long[] table = grams;
        int place = (int) ((gram * SPREAD) >>> shift);
        while (table[place] != 0 && table[place] != gram) {
            place = (place + 1) & (table.length - 1);
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
