package org.polywire.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Text of invented words whose frequencies fall as in a language (Zipf's law: the n-th most frequent occurs 1/n times as often as the
 * first). Not for several threads.
 */
final class InventedText {
    private static final String[] BEGINNINGS = {
        "b", "br", "c", "d", "f", "g", "gr", "l", "m", "n", "p", "pr", "r", "s", "t", "tr", "v"
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ie", "à", "è", "ó"};
    private static final String[] ENDS = {"", "", "", "l", "n", "r", "s", "t"};

    private final Random random;
    private final List<String> words;
    private final double[] upTo;

    /** @param vocabulary how many different words there are */
    InventedText(int vocabulary, Random random) {
        this.random = random;
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < vocabulary) {
            made.add(word());
        }
        words = new ArrayList<>(made);
        upTo = new double[vocabulary];
        double sum = 0;
        for (int i = 0; i < vocabulary; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append(one(BEGINNINGS)).append(one(MIDDLES)).append(one(ENDS));
        }
        return word.toString();
    }

    private String one(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    /** A word as often as it occurs in the text. */
    String next() {
        double wanted = random.nextDouble() * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (upTo[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.get(low);
    }

    String sentence(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(next());
        }
        return text.append('.').toString();
    }

    /** A word with one letter wrong. */
    String mistyped() {
        StringBuilder word = new StringBuilder(next());
        word.setCharAt(random.nextInt(word.length()), (char) ('a' + random.nextInt(26)));
        return word.toString();
    }
}
