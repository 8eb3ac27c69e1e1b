package org.polywire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Article;
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
        Optional<String> retraction = Notes.retraction(alignment.added());
        if (retraction.isPresent() && alignment.kept() < old.size() * LEFT_OF_RETRACTED) {
            return new Revision(Kind.RETRACTION, alignment.changes(), retraction.get());
        }
        Optional<String> correction = Notes.correction(alignment.added());
        Kind kind = correction.isPresent() ? Kind.CORRECTION : kind(old.size(), alignment);
        return new Revision(kind, kind == Kind.COSMETIC ? List.of() : alignment.changes(), correction.orElse(""));
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

    /** What readers can see of the difference between two texts; in reading order. */
    public static List<Change> changes(Article before, Article after) {
        return new ArrayList<>(
                Alignment.of(Statement.of(before), Statement.of(after)).changes());
    }
}
