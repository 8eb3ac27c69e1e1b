package org.polywire.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.polywire.model.Article;
import org.polywire.model.Bytes;

/**
 * What is kept of a text to find others that tell the same: a {@link MinHash} of its word groups, and {@link Mark}s of its
 * names, numbers and words. About a kilobyte; immutable.
 */
public final class Sketch {
    private static final byte FORM = 2;

    /** The form before headlines had marks of their own; texts of the last days are kept in it when a newsroom is brought up to date. */
    private static final byte WITHOUT_TITLES = 1;

    private final Writing writing;
    private final MinHash groups;
    private final int[][] marks;

    Sketch(Writing writing, MinHash groups, int[][] marks) {
        this.writing = writing;
        this.groups = groups;
        this.marks = marks;
    }

    /** The sketch of an article's text. */
    public static Sketch of(Article article) {
        return new Sketcher(article).sketch();
    }

    Writing writing() {
        return writing;
    }

    MinHash groups() {
        return groups;
    }

    /** Sorted; not to be changed. */
    int[] marks(Mark kind) {
        return marks[kind.ordinal()];
    }

    /** The marks of a kind that both have. */
    IntStream shared(Sketch other, Mark kind) {
        int[] theirs = other.marks(kind);
        return Arrays.stream(marks(kind)).filter(mark -> Arrays.binarySearch(theirs, mark) >= 0);
    }

    /** The written form, to be kept; {@link #of(Bytes)} reads it. */
    public Bytes bytes() {
        int size = 2
                + MinHash.BYTES
                + Arrays.stream(marks).mapToInt(kind -> 1 + 4 * kind.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size).put(FORM).put((byte) writing.ordinal());
        groups.write(buffer);
        for (int[] kind : marks) {
            buffer.put((byte) kind.length);
            for (int mark : kind) {
                buffer.putInt(mark);
            }
        }
        return Bytes.copyOf(buffer.array());
    }

    /**
     * @throws IllegalArgumentException if these are not the bytes of a sketch
     */
    public static Sketch of(Bytes bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toArray());
        byte form = buffer.remaining() < 2 + MinHash.BYTES ? 0 : buffer.get();
        if (form != FORM && form != WITHOUT_TITLES) {
            throw new IllegalArgumentException("not a sketch of form " + FORM + ": " + bytes);
        }
        Writing writing = Writing.values()[buffer.get()];
        MinHash groups = MinHash.read(buffer);
        int[][] marks = new int[Mark.values().length][];
        for (int kind = 0; kind < marks.length; kind++) {
            boolean kept = form == FORM || kind < Mark.TITLE.ordinal();
            marks[kind] = new int[kept ? buffer.get() : 0];
            for (int i = 0; i < marks[kind].length; i++) {
                marks[kind][i] = buffer.getInt();
            }
        }
        return new Sketch(writing, groups, marks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && bytes().equals(sketch.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(marks);
    }
}
