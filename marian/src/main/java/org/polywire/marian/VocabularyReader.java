package org.polywire.marian;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.polywire.marian.BadModelException.Fault;
import org.polywire.marian.Piece.Kind;

/** Reads a SentencePiece model: {@code sentencepiece_model.proto}, the message {@code ModelProto}. */
final class VocabularyReader {
    static final int MAX_BYTES = 64 << 20;
    static final int MAX_PIECES = 1_000_000;
    static final int MAX_PIECE = 1024;

    private static final int UNIGRAM = 1;

    private final List<Piece> pieces = new ArrayList<>();
    private boolean byteFallback;
    private boolean suffix;
    private String unknownSurface = " \u2047 ";
    private Replacements replacements = Replacements.none();
    private boolean dummyPrefix = true;
    private boolean trim = true;
    private boolean escape = true;

    private VocabularyReader() {}

    static Vocabulary read(byte[] bytes) throws BadModelException {
        if (bytes.length > MAX_BYTES) {
            throw new BadModelException(Fault.TOO_LARGE, "vocabulary of " + bytes.length + " bytes");
        }
        VocabularyReader reader = new VocabularyReader();
        ProtobufReader in = new ProtobufReader(bytes);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> reader.pieces.add(reader.piece(in.message()));
                case 2 -> reader.trainer(in.message());
                case 3 -> reader.normalizer(in.message());
                default -> in.skip();
            }
        }
        return reader.vocabulary();
    }

    private Piece piece(ProtobufReader in) throws BadModelException {
        byte[] text = {};
        float score = 0;
        long kind = 1;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> text = in.bytes();
                case 2 -> score = in.decimal();
                case 3 -> kind = in.number();
                default -> in.skip();
            }
        }
        if (kind < 1 || kind > Kind.values().length || !Float.isFinite(score)) {
            throw new BadModelException(
                    Fault.INCONSISTENT, "vocabulary: piece " + pieces.size() + " of kind " + kind + ", score " + score);
        }
        if (pieces.size() >= MAX_PIECES || text.length > MAX_PIECE) {
            throw new BadModelException(
                    Fault.TOO_LARGE, "vocabulary: piece " + pieces.size() + " of " + text.length + " bytes");
        }
        return new Piece(text, score, Kind.values()[(int) kind - 1]);
    }

    private void trainer(ProtobufReader in) throws BadModelException {
        while (in.next()) {
            switch (in.field()) {
                case 3 -> unigram(in.number());
                case 24 -> suffix = in.number() != 0;
                case 35 -> byteFallback = in.number() != 0;
                case 44 -> unknownSurface = new String(in.bytes(), StandardCharsets.UTF_8);
                default -> in.skip();
            }
        }
    }

    private static void unigram(long type) throws BadModelException {
        if (type != UNIGRAM) {
            throw new BadModelException(
                    Fault.UNSUPPORTED, "vocabulary of the type " + type + "; only unigram can be read");
        }
    }

    private void normalizer(ProtobufReader in) throws BadModelException {
        while (in.next()) {
            switch (in.field()) {
                case 2 -> replacements = Replacements.read(in.bytes());
                case 3 -> dummyPrefix = in.number() != 0;
                case 4 -> trim = in.number() != 0;
                case 5 -> escape = in.number() != 0;
                default -> in.skip();
            }
        }
    }

    private Vocabulary vocabulary() throws BadModelException {
        expect(Vocabulary.END, Kind.CONTROL);
        expect(Vocabulary.UNKNOWN, Kind.UNKNOWN);
        if (pieces.stream().noneMatch(piece -> piece.kind() == Kind.NORMAL)) {
            throw new BadModelException(Fault.INCONSISTENT, "vocabulary without ordinary pieces");
        }
        Normalizer normalizer =
                new Normalizer(replacements, definedPieces(), new Normalizer.Rules(dummyPrefix, trim, escape, suffix));
        return new Vocabulary(pieces, normalizer, unknownSurface, bytePieces());
    }

    /** All published vocabularies begin with the end of the sentence and the unknown piece, and the decoder relies on it. */
    private void expect(int number, Kind kind) throws BadModelException {
        if (pieces.size() <= number || pieces.get(number).kind() != kind) {
            throw new BadModelException(
                    Fault.UNSUPPORTED, "vocabulary: piece " + number + " is not of the kind " + kind);
        }
    }

    private PieceTrie definedPieces() {
        List<PieceTrie.Entry> entries = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind() == Kind.USER_DEFINED) {
                entries.add(new PieceTrie.Entry(pieces.get(i).text(), i));
            }
        }
        return new PieceTrie(entries);
    }

    private int[] bytePieces() throws BadModelException {
        int[] found = new int[Vocabulary.BYTES];
        int count = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind() == Kind.BYTE) {
                found[byteOf(pieces.get(i))] = i;
                count++;
            }
        }
        if (!byteFallback) {
            return new int[0];
        }
        if (count != Vocabulary.BYTES) {
            throw new BadModelException(Fault.INCONSISTENT, "vocabulary with " + count + " of 256 byte pieces");
        }
        return found;
    }

    /** The byte of a piece such as {@code <0x0A>}. */
    private static int byteOf(Piece piece) throws BadModelException {
        String text = new String(piece.text(), StandardCharsets.UTF_8);
        if (!text.matches("<0x[0-9A-Fa-f]{2}>")) {
            throw new BadModelException(Fault.INCONSISTENT, "vocabulary: byte piece " + text);
        }
        return Integer.parseInt(text.substring(3, 5), 16);
    }
}
