package org.polywire.gather;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, and stops when far more comes out than went in. */
final class Unpacking extends FilterInputStream {
    /** Small texts may be as repetitive as they like. */
    static final int GRACE = 1 << 20;

    private final Counting packed;
    private final int ratio;
    private long unpacked;

    private Unpacking(Counting packed, int ratio) throws IOException {
        super(new GZIPInputStream(packed));
        this.packed = packed;
        this.ratio = ratio;
    }

    /**
     * @param ratio the most bytes that may come out for each that goes in
     */
    static InputStream of(InputStream packed, int ratio) throws IOException {
        return new Unpacking(new Counting(packed), ratio);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        unpacked += Math.max(0, count);
        if (unpacked > GRACE && unpacked / ratio > packed.count) {
            throw new CompressionBombException("unpacks to more than " + ratio + " times what was sent");
        }
        return count;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** A few bytes were meant to become very many. */
    static final class CompressionBombException extends IOException {
        CompressionBombException(String message) {
            super(message);
        }
    }
}
