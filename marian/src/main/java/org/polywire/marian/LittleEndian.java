package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.polywire.marian.BadModelException.Fault;

/** Reads numbers from bytes, least significant byte first, and refuses to read past the end. Not for sharing between threads. */
final class LittleEndian {
    private final ByteBuffer bytes;
    private final String what;

    /**
     * @param what the file's kind, for messages
     */
    LittleEndian(byte[] bytes, String what) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.what = what;
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    /** An unsigned 64-bit number that must not exceed a limit. */
    int count(long limit, String name) throws BadModelException {
        long value = u64(name);
        if (value < 0 || value > limit) {
            throw new BadModelException(
                    Fault.TOO_LARGE,
                    what + ": " + name + " is " + Long.toUnsignedString(value) + ", the limit " + limit);
        }
        return (int) value;
    }

    long u64(String name) throws BadModelException {
        need(Long.BYTES, name);
        return bytes.getLong();
    }

    int i32(String name) throws BadModelException {
        need(Integer.BYTES, name);
        return bytes.getInt();
    }

    /** Steps over bytes and tells where they begin. */
    int skip(int length, String name) throws BadModelException {
        need(length, name);
        int begin = bytes.position();
        bytes.position(begin + length);
        return begin;
    }

    private void need(int length, String name) throws BadModelException {
        if (bytes.remaining() < length) {
            throw new BadModelException(
                    Fault.TRUNCATED,
                    what + " of " + bytes.limit() + " bytes: " + name + " needs " + length + " from byte "
                            + bytes.position());
        }
    }
}
