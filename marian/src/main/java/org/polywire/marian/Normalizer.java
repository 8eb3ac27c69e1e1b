package org.polywire.marian;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Brings a text into the form that a vocabulary was made for: SentencePiece's {@code normalizer.cc}. Safe to share between
 * threads.
 */
final class Normalizer {
    static final byte[] SPACE = "\u2581".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN_SPACE = {' '};

    /** What to do with spaces; the defaults of all real vocabularies are true. */
    record Rules(boolean dummyPrefix, boolean trim, boolean escape, boolean suffix) {}

    private final Replacements replacements;
    private final PieceTrie defined;
    private final Rules rules;

    /**
     * @param defined pieces that stay as they are wherever they stand
     */
    Normalizer(Replacements replacements, PieceTrie defined, Rules rules) {
        this.replacements = replacements;
        this.defined = defined;
        this.rules = rules;
    }

    Rules rules() {
        return rules;
    }

    /**
     * A normalised text.
     *
     * @param origins for each byte and for the end, the place in the given text that it comes from
     */
    record Normal(byte[] text, int[] origins) {}

    Normal normalize(byte[] text) {
        Work work = new Work(text);
        work.run();
        return work.result();
    }

    /** One run over a text. A form is what stands at a place, normalised; it is not copied until it is put out. */
    private final class Work {
        private final byte[] text;
        private final byte[] space = rules.escape() ? SPACE : PLAIN_SPACE;
        private byte[] out;
        private int[] origins;
        private int size;
        private int at;

        private byte[] form = PLAIN_SPACE;
        private int formBegin;
        private int formEnd;
        private int used;

        Work(byte[] text) {
            this.text = text;
            this.out = new byte[text.length + text.length / 2 + 16];
            this.origins = new int[out.length];
        }

        void run() {
            if (rules.trim()) {
                skipSpaces();
            }
            if (at == text.length) {
                return;
            }
            if (rules.dummyPrefix() && !rules.suffix()) {
                put(space, 0, space.length);
            }
            boolean afterSpace = rules.trim();
            while (at < text.length) {
                find();
                afterSpace = putForm(afterSpace) && rules.trim();
                at += used;
            }
            if (rules.trim()) {
                dropTrailingSpaces();
            }
            if (rules.dummyPrefix() && rules.suffix()) {
                put(space, 0, space.length);
            }
        }

        private void skipSpaces() {
            while (at < text.length) {
                find();
                if (formEnd - formBegin != 1 || form[formBegin] != ' ') {
                    return;
                }
                at += used;
            }
        }

        private void find() {
            int length = defined.longest(text, at, text.length);
            if (length > 0) {
                form(text, at, at + length, length);
                return;
            }
            Replacements.Match match = replacements.longest(text, at, text.length);
            if (match.length() > 0) {
                form(replacements.forms(), match.begin(), match.end(), match.length());
                return;
            }
            int character = Utf8.wellFormed(text, at, text.length);
            if (character > 0) {
                form(text, at, at + character, character);
            } else {
                form(REPLACEMENT, 0, REPLACEMENT.length, 1);
            }
        }

        private void form(byte[] source, int begin, int end, int length) {
            form = source;
            formBegin = begin;
            formEnd = end;
            used = length;
        }

        /** Returns whether the text ends in a space now. */
        private boolean putForm(boolean afterSpace) {
            int begin = formBegin;
            while (afterSpace && begin < formEnd && form[begin] == ' ') {
                begin++;
            }
            for (int i = begin; i < formEnd; i++) {
                if (form[i] == ' ') {
                    put(space, 0, space.length);
                } else {
                    put(form, i, i + 1);
                }
            }
            return begin == formEnd ? afterSpace : form[formEnd - 1] == ' ';
        }

        private void put(byte[] source, int begin, int end) {
            if (size + end - begin > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
                origins = Arrays.copyOf(origins, out.length);
            }
            for (int i = begin; i < end; i++) {
                out[size] = source[i];
                origins[size++] = at;
            }
        }

        private void dropTrailingSpaces() {
            while (size >= space.length && Arrays.equals(out, size - space.length, size, space, 0, space.length)) {
                size -= space.length;
                at = origins[size];
            }
        }

        Normal result() {
            int[] places = Arrays.copyOf(origins, size + 1);
            places[size] = at;
            return new Normal(Arrays.copyOf(out, size), places);
        }
    }
}
