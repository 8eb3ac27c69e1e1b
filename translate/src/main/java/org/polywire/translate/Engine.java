package org.polywire.translate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine that translates text between pairs of languages. Safe to share between threads.
 *
 * <p>It is asked for {@link Passage}s and gives {@link Answer}s, whose words say which marks of the passage they carry. An engine that
 * has alignments instead of marks leaves that to {@link AlignedSentence}.
 */
public interface Engine extends AutoCloseable {
    /** As shown to readers, such as {@code Apertium}. */
    String name();

    Abilities abilities();

    /** The pairs that it offers, with what is known of them by now. */
    List<EnginePair> pairs();

    /** Looks again which pairs there are and what they know, after something was installed; does nothing where that cannot change. */
    default void renew() {}

    /**
     * Makes a pair ready for work: tests it with real text unless that was done before.
     *
     * @return the pair with the outcome of its test
     */
    EnginePair prepare(EnginePair pair);

    /** How many characters it may be sent; empty if nothing bounds them. */
    default Optional<Allowance> allowance() {
        return Optional.empty();
    }

    /**
     * What an engine may be sent.
     *
     * @param left characters that it may still be sent this month, from 0
     * @param month characters that it may be sent in a whole month
     */
    record Allowance(long left, long month) {}

    /** When it may be sent so many characters at the earliest; empty if now, or if that is not known. */
    default Optional<Instant> resumes(long characters) {
        return Optional.empty();
    }

    /** The names in a text that must come out as they are, such as a person's; empty if the engine cannot tell. */
    default Set<String> names(EnginePair pair, String text) {
        return Set.of();
    }

    /**
     * Translates passages, which are neighbours in one article.
     *
     * @param passages no more than the engine's {@link Abilities} say, unless a single one is longer
     * @return as many answers, in the same order; one that failed does not spoil the others
     */
    List<Answer> translate(EnginePair pair, List<Passage> passages);

    /** Ends what runs in the background; the engine is of no use afterwards. */
    @Override
    void close();
}
