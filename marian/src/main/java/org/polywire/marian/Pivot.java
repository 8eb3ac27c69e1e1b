package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;

/** Translates through a language between, since models exist only from and to English. */
final class Pivot {
    private Pivot() {}

    /**
     * @param second translates what {@code first} gives, sentence by sentence; nothing is split anew
     */
    static List<TranslatedSentence> translate(MarianModel first, MarianModel second, List<String> sentences) {
        List<TranslatedSentence> between = first.translate(sentences);
        List<TranslatedSentence> last =
                second.translate(between.stream().map(TranslatedSentence::text).toList());
        List<TranslatedSentence> all = new ArrayList<>();
        for (int i = 0; i < between.size(); i++) {
            all.add(joined(between.get(i), last.get(i)));
        }
        return all;
    }

    static TranslatedSentence joined(TranslatedSentence first, TranslatedSentence second) {
        float[][] moved = new float[second.target().size()][first.target().size()];
        for (int t = 0; t < moved.length; t++) {
            for (int q = 0; q < second.source().size(); q++) {
                move(second.source().get(q), second.alignment().share(t, q), first.target(), moved[t]);
            }
        }
        return new TranslatedSentence(
                second.text(),
                first.source(),
                second.target(),
                Alignment.through(first.alignment(), moved),
                first.cutOff() || second.cutOff());
    }

    /**
     * Gives the share of a token of the second model's text to those of the first model's that cover the same characters; what
     * covers none is spread evenly.
     */
    private static void move(Token token, double share, List<Token> tokens, float[] moved) {
        int length = token.end() - token.begin();
        int covered = 0;
        for (int q = 0; q < tokens.size(); q++) {
            int overlap = overlap(token, tokens.get(q));
            covered += overlap;
            moved[q] += length == 0 ? 0 : (float) (share * overlap / length);
        }
        double rest = length == 0 ? share : share * Math.max(0, length - covered) / length;
        for (int q = 0; q < tokens.size(); q++) {
            moved[q] += (float) (rest / tokens.size());
        }
    }

    private static int overlap(Token left, Token right) {
        return Math.max(0, Math.min(left.end(), right.end()) - Math.max(left.begin(), right.begin()));
    }
}
