package org.polywire.marian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a normalised text into the pieces of a vocabulary whose scores add up to the most: SentencePiece's unigram model (Kudo,
 * ACL 2018; {@code unigram_model.cc}, {@code EncodeOptimized}). Safe to share between threads.
 */
final class Segmenter {
    /** How far an unknown character lies below the worst piece; {@code kUnkPenalty} in the original. */
    private static final float UNKNOWN_PENALTY = 10.0f;

    /** Makes a user-defined piece win over any other cut; the original's constant. */
    private static final double DEFINED_PENALTY = 0.1;

    private final PieceTrie trie;
    private final float[] scores;
    private final boolean[] defined;
    private final int unknown;
    private final float unknownScore;
    private final float highest;

    Segmenter(List<Piece> pieces, int unknown) {
        this.unknown = unknown;
        scores = new float[pieces.size()];
        defined = new boolean[pieces.size()];
        List<PieceTrie.Entry> entries = new ArrayList<>();
        float lowest = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            scores[i] = piece.score();
            defined[i] = piece.kind() == Piece.Kind.USER_DEFINED;
            if (piece.kind() == Piece.Kind.NORMAL) {
                lowest = Math.min(lowest, piece.score());
                most = Math.max(most, piece.score());
            }
            if (piece.kind() == Piece.Kind.NORMAL || defined[i]) {
                entries.add(new PieceTrie.Entry(piece.text(), i));
            }
        }
        trie = new PieceTrie(entries);
        unknownScore = lowest - UNKNOWN_PENALTY;
        highest = most;
    }

    /** The best cut so far to each place in the text: its sum, where its last piece begins, and that piece. */
    private record Paths(float[] sums, int[] begins, int[] pieces) {
        Paths(int length) {
            this(new float[length + 1], new int[length + 1], new int[length + 1]);
            Arrays.fill(begins, -1);
        }

        /** Quirk: sums are kept in single precision but compared before they are rounded; ties depend on it, as in the original. */
        void offer(int begin, int end, double score, int piece) {
            double sum = score + sums[begin];
            if (begins[end] < 0 || sum > sums[end]) {
                sums[end] = (float) sum;
                begins[end] = begin;
                pieces[end] = piece;
            }
        }
    }

    /** A stretch of the normalised text with its piece. */
    record Cut(int begin, int end, int piece) {}

    List<Cut> cut(byte[] text) {
        Paths paths = new Paths(text.length);
        int at = 0;
        while (at < text.length) {
            int size = Math.min(Utf8.announced(text[at]), text.length - at);
            if (!offerPieces(text, at, size, paths)) {
                paths.offer(at, at + size, unknownScore, unknown);
            }
            at += size;
        }
        return path(paths, text.length);
    }

    /** Returns whether one of the pieces is exactly the first character. */
    private boolean offerPieces(byte[] text, int at, int size, Paths paths) {
        boolean single = false;
        int node = PieceTrie.ROOT;
        for (int end = at + 1; end <= text.length; end++) {
            node = trie.child(node, text[end - 1]);
            if (node == PieceTrie.ABSENT) {
                break;
            }
            int piece = trie.piece(node);
            if (piece != PieceTrie.ABSENT) {
                paths.offer(at, end, score(piece, end - at), piece);
                single |= end - at == size;
            }
        }
        return single;
    }

    private double score(int piece, int length) {
        return defined[piece] ? length * (double) highest - DEFINED_PENALTY : scores[piece];
    }

    private static List<Cut> path(Paths paths, int length) {
        List<Cut> cuts = new ArrayList<>();
        int end = length;
        while (end > 0) {
            int begin = paths.begins()[end];
            cuts.add(new Cut(begin, end, paths.pieces()[end]));
            end = begin;
        }
        return cuts.reversed();
    }
}
