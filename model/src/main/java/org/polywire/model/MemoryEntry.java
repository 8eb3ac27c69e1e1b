package org.polywire.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its translation: one unit of a translation memory. Where markup goes on from one sentence to the next, the unit
 * holds all that it joins.
 *
 * @param source at most {@value #LONGEST} characters of text, not blank; likewise {@code target}, which has the same links
 * @param before the text of the unit before it in its paragraph; empty at the beginning; likewise {@code after}
 * @param by the name of the person or engine that made the translation; may be empty
 * @param article for which it was made; absent if for none that is known here
 */
public record MemoryEntry(
        LanguageTag from,
        LanguageTag to,
        List<Inline> source,
        List<Inline> target,
        String before,
        String after,
        Provenance provenance,
        String by,
        Instant at,
        @Nullable ArticleId article) {
    /** As long as the longest paragraphs of the press; whoever wants more has not cut his text into sentences. */
    public static final int LONGEST = 10_000;

    /**
     * @throws IllegalArgumentException if it cannot be used, with the reason in plain words
     */
    public MemoryEntry {
        source = Inlines.canonical(source);
        target = Inlines.canonical(target);
        requireText(source, "original");
        requireText(target, "translation");
        if (from.sameLanguage(to)) {
            throw new IllegalArgumentException("both texts are in the language " + from.language());
        }
        if (!targets(source).equals(targets(target))) {
            throw new IllegalArgumentException("the translation has not the same links as the original");
        }
    }

    private static void requireText(List<Inline> content, String what) {
        String text = Inlines.text(content);
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the " + what + " has more than " + LONGEST + " characters");
        }
    }

    private static List<URI> targets(List<Inline> content) {
        return Inlines.links(content).stream().map(Inline.Link::target).sorted().toList();
    }

    /** The same for another text than the one that it was made for: a person worded it, but has not read that text. */
    public MemoryEntry elsewhere() {
        return new MemoryEntry(from, to, source, target, before, after, Provenance.HUMAN, by, at, article);
    }

    /** The plain text of the original. */
    public String sourceText() {
        return Inlines.text(source);
    }

    /** The plain text of the translation. */
    public String targetText() {
        return Inlines.text(target);
    }

    /** Whether it is meant for texts of these languages: the same, and no other region or script where one is named. */
    public boolean isFor(LanguageTag textLanguage, LanguageTag edition) {
        return covers(from, textLanguage) && covers(to, edition);
    }

    private static boolean covers(LanguageTag own, LanguageTag wanted) {
        return own.equals(wanted)
                || own.sameLanguage(wanted)
                        && (own.value().equals(own.language()) || wanted.value().equals(wanted.language()));
    }
}
