package org.polywire.marian;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.polywire.marian.Piece.Kind;

/**
 * The words of a model: cuts texts into their numbers and joins numbers to texts, as SentencePiece does. Safe to share between
 * threads.
 */
final class Vocabulary {
    /** Ends every sentence. */
    static final int END = 0;

    static final int UNKNOWN = 1;
    static final int BYTES = 256;
    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

    private final List<Piece> pieces;
    private final Normalizer normalizer;
    private final Segmenter segmenter;
    private final String unknownSurface;
    private final int[] bytePieces;

    /**
     * @param bytePieces the piece of each byte; empty if unknown characters are not spelt in bytes
     */
    Vocabulary(List<Piece> pieces, Normalizer normalizer, String unknownSurface, int[] bytePieces) {
        this.pieces = List.copyOf(pieces);
        this.normalizer = normalizer;
        this.segmenter = new Segmenter(pieces, UNKNOWN);
        this.unknownSurface = unknownSurface;
        this.bytePieces = bytePieces.clone();
    }

    int size() {
        return pieces.size();
    }

    /**
     * A text as numbers.
     *
     * @param begins where each token begins in the text, counted in {@code char}s; a space belongs to the token after it
     * @param ends where each token ends
     */
    record Tokens(int[] ids, int[] begins, int[] ends) {
        int size() {
            return ids.length;
        }
    }

    /** Cuts a text, without the end of the sentence. Time and memory are linear in its length. */
    Tokens encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Normalizer.Normal normal = normalizer.normalize(bytes);
        TokenList tokens = new TokenList(Utf8.characterIndexes(bytes), normal);
        for (Segmenter.Cut cut : segmenter.cut(normal.text())) {
            tokens.add(cut);
        }
        return tokens.result();
    }

    /** Collects tokens; unknown ones in a row are one. */
    private final class TokenList {
        private final int[] characters;
        private final Normalizer.Normal normal;
        private final List<int[]> tokens = new ArrayList<>();
        private boolean afterUnknown;

        TokenList(int[] characters, Normalizer.Normal normal) {
            this.characters = characters;
            this.normal = normal;
        }

        void add(Segmenter.Cut cut) {
            int begin = place(cut.begin());
            int end = place(cut.end());
            boolean unknown = cut.piece() == UNKNOWN;
            if (unknown && bytePieces.length > 0) {
                spell(cut, begin, end);
            } else if (unknown && afterUnknown) {
                tokens.getLast()[2] = end;
            } else {
                tokens.add(new int[] {cut.piece(), begin, end});
            }
            afterUnknown = unknown;
        }

        private int place(int at) {
            return characters[normal.origins()[at]];
        }

        private void spell(Segmenter.Cut cut, int begin, int end) {
            for (int i = cut.begin(); i < cut.end(); i++) {
                int piece = bytePieces[normal.text()[i] & 0xFF];
                tokens.add(new int[] {piece, begin, i == cut.end() - 1 ? end : begin});
            }
        }

        Tokens result() {
            return new Tokens(column(0), column(1), column(2));
        }

        private int[] column(int number) {
            return tokens.stream().mapToInt(token -> token[number]).toArray();
        }
    }

    /**
     * A text made of numbers.
     *
     * @param begins where the text of each number begins, counted in {@code char}s
     * @param ends where it ends
     */
    record Text(String text, int[] begins, int[] ends) {}

    /**
     * Joins numbers to a text. A space belongs to the piece after it; the bytes of a character belong to the last of them.
     *
     * @throws IndexOutOfBoundsException if a number is not in the vocabulary
     */
    Text decode(int[] ids) {
        Joining joining = new Joining(ids.length);
        for (int i = 0; i < ids.length; i++) {
            joining.add(i, pieces.get(ids[i]));
        }
        return joining.result();
    }

    /** Joins pieces. Bytes wait until they make a character or cannot any more. */
    private final class Joining {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> waiting = new ArrayList<>();
        private final ByteArrayOutputStream run = new ByteArrayOutputStream();
        private final int[] begins;
        private final int[] ends;
        private boolean leading;

        Joining(int count) {
            begins = new int[count];
            ends = new int[count];
            leading = normalizer.rules().dummyPrefix() || normalizer.rules().trim();
        }

        void add(int index, Piece piece) {
            if (piece.kind() == Kind.BYTE) {
                waiting.add(index);
                run.write(Integer.parseInt(new String(piece.text(), 3, 2, StandardCharsets.US_ASCII), 16));
                leading = false;
                return;
            }
            flush();
            begins[index] = out.size();
            switch (piece.kind()) {
                case CONTROL -> {}
                case UNKNOWN -> write(unknownSurface.getBytes(StandardCharsets.UTF_8));
                case NORMAL, USER_DEFINED, UNUSED, BYTE -> write(surface(piece));
            }
            leading &= piece.kind() == Kind.CONTROL;
            ends[index] = out.size();
        }

        private void write(byte[] text) {
            out.write(text, 0, text.length);
        }

        private byte[] surface(Piece piece) {
            String text = new String(piece.text(), StandardCharsets.UTF_8);
            String rest = leading && text.startsWith("\u2581") ? text.substring(1) : text;
            return rest.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
        }

        private void flush() {
            byte[] bytes = run.toByteArray();
            int at = 0;
            while (at < bytes.length) {
                int size = Utf8.wellFormed(bytes, at, bytes.length);
                int last = at + Math.max(1, size) - 1;
                for (int i = at; i <= last; i++) {
                    begins[waiting.get(i)] = out.size();
                    ends[waiting.get(i)] = out.size();
                }
                if (size == 0) {
                    write(REPLACEMENT);
                } else {
                    out.write(bytes, at, size);
                }
                ends[waiting.get(last)] = out.size();
                at = last + 1;
            }
            waiting.clear();
            run.reset();
        }

        Text result() {
            flush();
            byte[] bytes = out.toByteArray();
            int[] characters = Utf8.characterIndexes(bytes);
            for (int i = 0; i < begins.length; i++) {
                begins[i] = characters[begins[i]];
                ends[i] = characters[ends[i]];
            }
            return new Text(new String(bytes, StandardCharsets.UTF_8), begins, ends);
        }
    }
}
