package org.polywire.marian;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the fields of a protobuf message (protobuf.dev, "Encoding"). What is long is not copied before all is put together: matrices would
 * be walked through once for each message around them. Not for sharing between threads.
 */
final class ProtobufWriter {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    /** From so many bytes on a value stays where it is until the end. */
    private static final int LONG = 1024;

    private final List<byte[]> pieces = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int size;

    ProtobufWriter number(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    ProtobufWriter decimal(int field, float value) {
        tag(field, FIXED_32);
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < Float.BYTES; i++) {
            out.write(bits >>> 8 * i);
        }
        return this;
    }

    ProtobufWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param value is not to be changed any more
     */
    ProtobufWriter bytes(int field, byte[] value) {
        tag(field, BYTES);
        varint(value.length);
        append(value);
        return this;
    }

    ProtobufWriter message(int field, Consumer<ProtobufWriter> content) {
        ProtobufWriter inner = new ProtobufWriter();
        content.accept(inner);
        return message(field, inner);
    }

    ProtobufWriter message(int field, ProtobufWriter inner) {
        inner.cut();
        tag(field, BYTES);
        varint(inner.size);
        inner.pieces.forEach(this::append);
        return this;
    }

    private void append(byte[] value) {
        if (value.length < LONG) {
            out.writeBytes(value);
        } else {
            cut();
            add(value);
        }
    }

    /** What was written since the last long value becomes a piece. */
    private void cut() {
        if (out.size() > 0) {
            add(out.toByteArray());
            out.reset();
        }
    }

    private void add(byte[] piece) {
        pieces.add(piece);
        size = Math.addExact(size, piece.length);
    }

    byte[] bytes() {
        cut();
        ByteBuffer all = ByteBuffer.allocate(size);
        pieces.forEach(all::put);
        return all.array();
    }

    private void tag(int field, int wire) {
        varint((long) field << 3 | wire);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
