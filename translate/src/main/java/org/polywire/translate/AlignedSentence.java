package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A translated sentence of which it is known where its parts come from: what an engine with alignments gives. Positions are UTF-16
 * units within the sentence.
 *
 * @param text the translation
 * @param links for each part of the translation the parts of the source behind it; of one part's links the best goes first
 */
public record AlignedSentence(String text, List<Link> links) {
    public AlignedSentence {
        links = List.copyOf(links);
    }

    /** Says that the characters from {@code start} to {@code end} come from {@code sourceStart} to {@code sourceEnd}. */
    public record Link(int start, int end, int sourceStart, int sourceEnd) {

        /**
         * @throws IllegalArgumentException if a range is empty, turned round or begins before the text
         */
        public Link {
            if (start < 0 || end <= start || sourceStart < 0 || sourceEnd <= sourceStart) {
                throw new IllegalArgumentException(start + "–" + end + " from " + sourceStart + "–" + sourceEnd);
            }
        }
    }

    /**
     * The same sentence as a translation of what {@code first} was translated from: the two alignments one after the other. A part
     * comes from whatever its own source comes from; of several, what overlaps more goes first.
     *
     * @param first the translation into the language that this was translated from
     */
    public AlignedSentence after(AlignedSentence first) {
        List<Link> composed = new ArrayList<>();
        for (Link link : links) {
            first.links.stream()
                    .filter(other -> overlap(link, other) > 0)
                    .sorted(Comparator.comparingInt((Link other) -> -overlap(link, other)))
                    .map(other -> new Link(link.start(), link.end(), other.sourceStart(), other.sourceEnd()))
                    .filter(found -> !composed.contains(found))
                    .forEach(composed::add);
        }
        return new AlignedSentence(text, composed);
    }

    private static int overlap(Link second, Link first) {
        return Math.min(second.sourceEnd(), first.end()) - Math.max(second.sourceStart(), first.start());
    }

    /**
     * What an engine gives back for a passage whose sentences it translated one by one. What is fixed stands as it must: where the
     * engine changed it, its aligned words are replaced.
     *
     * @param sentences as many as the passage has
     * @return a failure if a sentence has marks and no alignment: then nobody can tell where its links belong
     * @throws IllegalArgumentException if there are more or fewer sentences, or a link leaves its text
     */
    public static Answer answer(Passage passage, List<AlignedSentence> sentences) {
        return AlignmentReader.read(passage, sentences);
    }
}
