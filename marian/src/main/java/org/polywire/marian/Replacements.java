package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.polywire.marian.BadModelException.Fault;

/**
 * Sequences of bytes with what normalisation puts in their place: SentencePiece's {@code precompiled_charsmap}, which is a
 * double-array trie in the form of Darts-clone and the replacements, each ended by a zero byte. Safe to share between threads.
 */
final class Replacements {
    /** The longest of Unicode's compatibility forms has 33 bytes (U+FDFA); bounds what hostile files can blow a text up to. */
    static final int MAX_REPLACEMENT = 255;

    private final int[] units;
    private final byte[] forms;

    private Replacements(int[] units, byte[] forms) {
        this.units = units;
        this.forms = forms;
    }

    static Replacements none() {
        return new Replacements(new int[0], new byte[0]);
    }

    static Replacements read(byte[] bytes) throws BadModelException {
        if (bytes.length == 0) {
            return none();
        }
        LittleEndian in = new LittleEndian(bytes, "charsmap");
        int size = in.i32("size of the trie");
        if (size < Integer.BYTES || size % Integer.BYTES != 0 || size > in.remaining()) {
            throw new BadModelException(
                    Fault.INCONSISTENT, "charsmap: a trie of " + size + " bytes in " + bytes.length);
        }
        int begin = in.skip(size, "trie");
        int[] units = new int[size / Integer.BYTES];
        ByteBuffer.wrap(bytes, begin, size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(units);
        return new Replacements(units, forms(Arrays.copyOfRange(bytes, begin + size, bytes.length)));
    }

    private static byte[] forms(byte[] forms) throws BadModelException {
        int length = 0;
        for (byte value : forms) {
            length = value == 0 ? 0 : length + 1;
            if (length > MAX_REPLACEMENT) {
                throw new BadModelException(Fault.TOO_LARGE, "charsmap: a replacement of more than " + MAX_REPLACEMENT);
            }
        }
        if (length > 0) {
            throw new BadModelException(Fault.TRUNCATED, "charsmap: the last replacement has no end");
        }
        return forms;
    }

    /** A sequence that was found: how many bytes it has, and where its replacement begins and ends. */
    record Match(int length, int begin, int end) {}

    static final Match NO_MATCH = new Match(0, 0, 0);

    byte[] forms() {
        return forms;
    }

    /** The longest sequence that begins at a place. */
    Match longest(byte[] text, int at, int textEnd) {
        int length = 0;
        int value = 0;
        int node = units.length == 0 ? 0 : offset(units[0]);
        for (int i = at; i < textEnd; i++) {
            node ^= text[i] & 0xFF;
            if (outside(node) || (units[node] & 0x800000FF) != (text[i] & 0xFF)) {
                break;
            }
            boolean leaf = (units[node] >>> 8 & 1) == 1;
            node ^= offset(units[node]);
            if (leaf && !outside(node)) {
                length = i + 1 - at;
                value = units[node] & 0x7FFFFFFF;
            }
        }
        return length == 0 || value >= forms.length ? NO_MATCH : new Match(length, value, end(value));
    }

    private boolean outside(int node) {
        return node < 0 || node >= units.length;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private int end(int begin) {
        int end = begin;
        while (forms[end] != 0) {
            end++;
        }
        return end;
    }
}
