package org.polywire.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polywire.extract.Specimen;
import org.polywire.extract.Specimen.Part;

/**
 * How much of each piece of a page is in its true text: the share of its windows of four words, each true window given away
 * once, first to the pieces that the rules keep.
 */
final class Labels {
    private static final int WINDOW = 4;

    private final Map<List<String>, Integer> left = new HashMap<>();
    private final Set<List<String>> lines = new HashSet<>();

    private Labels(String truth) {
        windows(Shingles.WORDS.tokens(truth)).forEach(window -> left.merge(window, 1, Integer::sum));
        truth.lines().map(Shingles.WORDS::tokens).forEach(lines::add);
    }

    static float[] of(Specimen specimen, String truth) {
        Labels labels = new Labels(truth);
        float[] shares = new float[specimen.parts().size()];
        for (boolean kept : new boolean[] {true, false}) {
            for (int i = 0; i < shares.length; i++) {
                Part part = specimen.parts().get(i);
                if (part.kept() == kept) {
                    shares[i] = labels.share(part.text());
                }
            }
        }
        return shares;
    }

    private float share(String text) {
        List<String> tokens = Shingles.WORDS.tokens(text);
        if (tokens.size() < WINDOW) {
            return !tokens.isEmpty() && lines.remove(tokens) ? 1 : 0;
        }
        List<List<String>> windows = windows(tokens);
        int found = 0;
        for (List<String> window : windows) {
            if (left.getOrDefault(window, 0) > 0) {
                left.merge(window, -1, Integer::sum);
                found++;
            }
        }
        return (float) found / windows.size();
    }

    private static List<List<String>> windows(List<String> tokens) {
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i + WINDOW <= tokens.size(); i++) {
            windows.add(tokens.subList(i, i + WINDOW));
        }
        return windows;
    }
}
