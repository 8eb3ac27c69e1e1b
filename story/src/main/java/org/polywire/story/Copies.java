package org.polywire.story;

/** Whether one text has the words of another: a wire copy, also one that was edited lightly, cut or headed anew. */
final class Copies {
    /** A text that holds so much of another's word groups is a copy of it. */
    private static final double COPIED = 0.5;

    /** Less of all word groups than this is too little to trust the estimate. */
    private static final double LEAST_RESEMBLANCE = 0.12;

    /** Texts with fewer numbers do not tell whether they are of a series. */
    private static final int SERIES = 4;

    /** The part of its numbers that a copy has at least. */
    private static final double SAME_NUMBERS = 0.4;

    private Copies() {}

    static boolean isCopy(Sketch one, Sketch other) {
        return one.groups().resemblance(other.groups()) >= LEAST_RESEMBLANCE
                && one.groups().containment(other.groups()) >= COPIED
                && !isNextOfSeries(one, other);
    }

    /** Series fill one form with other numbers each day: weather, prices, draws. */
    private static boolean isNextOfSeries(Sketch one, Sketch other) {
        int numbers = Math.min(one.marks(Mark.NUMBER).length, other.marks(Mark.NUMBER).length);
        return numbers >= SERIES && one.shared(other, Mark.NUMBER).count() < numbers * SAME_NUMBERS;
    }
}
