package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.polywire.marian.BadModelException.Fault;

/**
 * Walks the fields of a protobuf message (protobuf.dev, "Encoding"), never past its end. Not for sharing between threads.
 * Call {@link #next} and then, if it is true, exactly one of the accessors for the value or {@link #skip}.
 */
final class ProtobufReader {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private static final int MAX_VARINT = 10;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int wire;

    ProtobufReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtobufReader(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
    }

    /** Goes to the next field; false at the end of the message. */
    boolean next() throws BadModelException {
        if (at == end) {
            return false;
        }
        long tag = varint();
        wire = (int) (tag & 7);
        field = (int) (tag >>> 3);
        return true;
    }

    int field() {
        return field;
    }

    /** The value of an integer field; negative numbers are written as 64 bits. */
    long number() throws BadModelException {
        expect(VARINT);
        return varint();
    }

    float decimal() throws BadModelException {
        expect(FIXED_32);
        int begin = take(Float.BYTES);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(begin);
    }

    byte[] bytes() throws BadModelException {
        expect(BYTES);
        int length = length();
        int begin = take(length);
        return Arrays.copyOfRange(bytes, begin, begin + length);
    }

    ProtobufReader message() throws BadModelException {
        expect(BYTES);
        int length = length();
        int begin = take(length);
        return new ProtobufReader(bytes, begin, begin + length);
    }

    void skip() throws BadModelException {
        switch (wire) {
            case VARINT -> varint();
            case FIXED_64 -> take(Long.BYTES);
            case BYTES -> take(length());
            case FIXED_32 -> take(Integer.BYTES);
            default -> throw new BadModelException(Fault.MALFORMED, "protobuf: wire type " + wire);
        }
    }

    private void expect(int wanted) throws BadModelException {
        if (wire != wanted) {
            throw new BadModelException(Fault.MALFORMED, "protobuf: field " + field + " has the wire type " + wire);
        }
    }

    private int length() throws BadModelException {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new BadModelException(
                    Fault.TRUNCATED, "protobuf: " + Long.toUnsignedString(length) + " bytes at " + at);
        }
        return (int) length;
    }

    private int take(int length) throws BadModelException {
        if (length > end - at) {
            throw new BadModelException(Fault.TRUNCATED, "protobuf: " + length + " bytes at " + at);
        }
        int begin = at;
        at += length;
        return begin;
    }

    private long varint() throws BadModelException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            byte part = bytes[take(1)];
            value |= (long) (part & 0x7F) << 7 * i;
            if (part >= 0) {
                return value;
            }
        }
        throw new BadModelException(Fault.MALFORMED, "protobuf: a number without an end at " + at);
    }
}
