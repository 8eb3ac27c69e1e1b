package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.polywire.marian.BadModelException.Fault;

/**
 * A named array in a model file; a view of the file's bytes until it is copied out.
 *
 * @param type as the file writes it: class and size of an element
 * @param begin the first byte in the file
 * @param length in bytes, padding included
 */
record Tensor(String name, long type, List<Integer> shape, byte[] file, int begin, int length) {
    static final long FLOAT_32 = 0x0404;
    static final long INT_8 = 0x0101;
    static final long INTGEMM_8 = 0x4101;

    Tensor {
        shape = List.copyOf(shape);
    }

    /**
     * Checks that the bytes suffice for the shape. The size is never taken from the shape, only compared with it.
     */
    void check() throws BadModelException {
        long elements = 1;
        for (int size : shape) {
            if (size <= 0) {
                throw new BadModelException(Fault.INCONSISTENT, name + " has the shape " + shape);
            }
            elements = Math.multiplyExact(elements, Math.min(size, length + 1L));
            if (elements > length) {
                throw new BadModelException(Fault.INCONSISTENT, name + " " + shape + " in " + length + " bytes");
            }
        }
        if (needed(elements) > length) {
            throw new BadModelException(Fault.INCONSISTENT, name + " " + shape + " in " + length + " bytes");
        }
    }

    private long needed(long elements) throws BadModelException {
        if (type == FLOAT_32) {
            return elements * Float.BYTES;
        }
        if (type == INTGEMM_8) {
            return elements + Float.BYTES;
        }
        if (type == INT_8) {
            return elements;
        }
        throw new BadModelException(Fault.UNSUPPORTED, name + " has the type 0x" + Long.toHexString(type));
    }

    /** How many elements the shape has; only after {@link #check}. */
    int elements() {
        return shape.stream().reduce(1, (left, right) -> left * right);
    }

    /**
     * The values of a float tensor.
     *
     * @throws BadModelException if it is of another type or a value is not finite
     */
    float[] floats() throws BadModelException {
        expect(FLOAT_32);
        float[] values = new float[elements()];
        buffer().asFloatBuffer().get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new BadModelException(Fault.INCONSISTENT, name + " holds " + value);
            }
        }
        return values;
    }

    /** The stored bytes of a quantised tensor. */
    byte[] quantised() throws BadModelException {
        expect(INTGEMM_8);
        return Arrays.copyOfRange(file, begin, begin + elements());
    }

    /** What the real values were multiplied by; stands right after the last element. */
    float multiplier() throws BadModelException {
        expect(INTGEMM_8);
        float value = buffer().getFloat(elements());
        if (!Float.isFinite(value) || value <= 0) {
            throw new BadModelException(Fault.INCONSISTENT, name + " is multiplied by " + value);
        }
        return value;
    }

    String text() throws BadModelException {
        expect(INT_8);
        String all = new String(file, begin, length, StandardCharsets.UTF_8);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    private void expect(long wanted) throws BadModelException {
        if (type != wanted) {
            throw new BadModelException(
                    Fault.UNSUPPORTED,
                    name + " has the type 0x" + Long.toHexString(type) + " instead of 0x" + Long.toHexString(wanted));
        }
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(file, begin, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
