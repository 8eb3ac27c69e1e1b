package org.polywire.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Place;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Revision.Kind;

/**
 * Two texts of one article, sentence by sentence.
 *
 * <p>Sentences are the same if their words are, whatever their punctuation and markup. A count that went up, another address of
 * the same picture or a link with other parameters is no difference at all.
 */
public final class Comparison {
    /** Changing more of the sentences than this, or {@link #FEW} of them, is writing anew and no correction. */
    private static final double MOST_CORRECTED = 0.25;

    private static final int FEW = 3;

    /** An article that is taken back keeps less than this of its sentences. */
    private static final double LEFT_OF_RETRACTED = 0.5;

    private Comparison() {}

    /** How a text differs from the one before; nothing, if it is the same but for what changes with every look at a page. */
    public static Optional<Revision> of(Article before, Article after) {
        if (Churn.without(before).equals(Churn.without(after))) {
            return Optional.empty();
        }
        List<Statement> old = Statement.of(before);
        List<Statement> now = Statement.of(after);
        Alignment alignment = Alignment.of(old, now);
        return Optional.of(revision(old, alignment));
    }

    private static Revision revision(List<Statement> old, Alignment alignment) {
        Optional<Statement> retraction = Notes.retraction(alignment.added());
        if (retraction.isPresent() && alignment.kept() < old.size() * LEFT_OF_RETRACTED) {
            return noted(Kind.RETRACTION, alignment, retraction.get().place());
        }
        Optional<Statement> correction = Notes.correction(alignment.added());
        if (correction.isPresent()) {
            return noted(Kind.CORRECTION, alignment, correction.get().place());
        }
        Kind kind = kind(old.size(), alignment);
        return new Revision(kind, kind == Kind.COSMETIC ? List.of() : alignment.changes(), "");
    }

    /** What is new where the note stands is the note, and is not told once more as a change. */
    private static Revision noted(Kind kind, Alignment alignment, Place place) {
        List<Statement> note = alignment.added().stream()
                .filter(statement -> statement.place().equals(place))
                .toList();
        List<Change> changes = alignment.changes().stream()
                .filter(change ->
                        !(change.place().equals(place) && change.before().isEmpty()))
                .toList();
        return new Revision(kind, changes, note.stream().map(Statement::text).collect(Collectors.joining(" ")));
    }

    private static Kind kind(int sentences, Alignment alignment) {
        List<Change> changes = alignment.changes();
        if (changes.isEmpty()) {
            return Kind.COSMETIC;
        }
        boolean added = changes.stream().anyMatch(change -> change.before().isEmpty());
        boolean few = changes.size() <= Math.max(FEW, sentences * MOST_CORRECTED);
        return few && !added ? Kind.CORRECTION : Kind.UPDATE;
    }

    /**
     * The same revision as it is seen in another language, in the words of that language's texts.
     *
     * @param source how the original changed
     * @param original the original as it is now
     * @param before what the other language said
     * @param after what it says, each part at the same place as in the original
     */
    public static Revision translated(Revision source, Article original, Article before, Article after) {
        Alignment alignment = Alignment.of(Statement.of(before), Statement.of(after));
        return Statement.of(original).stream()
                .filter(statement -> source.note().startsWith(statement.text()))
                .findFirst()
                .map(statement -> noted(source.kind(), alignment, statement.place()))
                .orElseGet(() -> new Revision(source.kind(), alignment.changes(), ""));
    }
}
