package org.polywire.check;

import java.util.List;
import org.polywire.check.Stems.Stem;

/**
 * Where a text denies and the other, at the words that stand for those beside the denial, does not.
 *
 * <p>A free translation may turn “did not refuse” into “agreed”; then the words beside the denial have no counterparts, and nothing is
 * said. Where they have, the wording is literal and the denial must be there, too.
 *
 * @param bare denials beside words whose counterparts nothing denies
 * @param anchored denials beside words that have counterparts
 */
record NegationSigns(int bare, int anchored) {
    /** Words before and after a denial that it may be about. */
    private static final int BEFORE = 2;

    private static final int AFTER = 4;

    /** Words about a counterpart among which a denial is looked for. */
    private static final int REACH = 6;

    /** Evidence from which a pair of words is sure. */
    private static final double SURE = 1.0;

    /** Nothing is denied. */
    static final NegationSigns NONE = new NegationSigns(0, 0);

    /**
     * @param denials offsets in the text of what denies clearly
     * @param words of the text, with its partners and evidence
     * @param others of the other text
     * @param denied offsets in the other text of whatever may deny
     */
    static NegationSigns of(
            List<Integer> denials,
            List<Stem> words,
            int[] partners,
            double[] evidence,
            List<Stem> others,
            List<Integer> denied) {
        int bare = 0;
        int anchored = 0;
        for (int denial : denials) {
            int at = index(words, denial);
            boolean anchor = false;
            boolean kept = false;
            for (int i = Math.max(0, at - BEFORE); i <= Math.min(words.size() - 1, at + AFTER); i++) {
                if (i != at && partners[i] >= 0 && evidence[i] >= SURE) {
                    anchor = true;
                    kept |= isNear(others, partners[i], denied);
                }
            }
            anchored += anchor ? 1 : 0;
            bare += anchor && !kept ? 1 : 0;
        }
        return new NegationSigns(bare, anchored);
    }

    /** The index of the word at or after an offset. */
    private static int index(List<Stem> words, int offset) {
        int at = 0;
        while (at < words.size() && words.get(at).end() <= offset) {
            at++;
        }
        return at;
    }

    private static boolean isNear(List<Stem> words, int at, List<Integer> offsets) {
        int from = words.get(Math.max(0, at - REACH)).start();
        int to = words.get(Math.min(words.size() - 1, at + REACH)).end();
        return offsets.stream().anyMatch(offset -> offset >= from && offset <= to);
    }
}
