package org.polywire.story;

/** Numbers that stand for words: the same on every machine, and for ever, as they are kept. */
final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    /** FNV-1a over the UTF-16 units, mixed. */
    static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The finaliser of SplitMix64: every bit of the answer depends on every bit of the question. */
    static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** A mark of a kind, in 32 bits. */
    static int mark(Mark kind, String text) {
        return (int) mixed(of(text) + kind.ordinal() * FNV_OFFSET);
    }
}
