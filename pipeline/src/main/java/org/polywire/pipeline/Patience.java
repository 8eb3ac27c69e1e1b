package org.polywire.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Publication;
import org.polywire.model.Revision;
import org.polywire.store.KnownArticle;
import org.polywire.store.Revisions;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.polywire.story.Comparison;

/**
 * How long a text may wait for its translation: as long as it is news. What a person edited, and what goes on with a text that readers are
 * shown and that is not wrong, waits as long as it must: it comes as no news, and to give it up would take down what stands.
 */
final class Patience {
    private static final Set<Revision.Kind> WRONG = Set.of(Revision.Kind.CORRECTION, Revision.Kind.RETRACTION);

    private final Store store;
    private final Rhythm rhythm;

    Patience(Store store, Rhythm rhythm) {
        this.store = store;
        this.rhythm = rhythm;
    }

    /** Whether a translation would come too late then. */
    boolean isOver(KnownArticle known, Standing standing, Instant when) {
        return store.read(transaction -> {
            List<TextVersion> texts = transaction.revisions().of(known.id());
            Optional<TextVersion> text = texts.stream()
                    .filter(one -> one.version() == standing.version())
                    .findFirst();
            Instant taken = text.map(TextVersion::at).orElse(known.sightedAt());
            return when.isAfter(rhythm.newsUntil(taken))
                    && text.filter(Patience::isEdited).isEmpty()
                    && shown(standing, transaction)
                            .map(version -> isWrong(version, standing, texts, transaction))
                            .orElse(true);
        });
    }

    private static boolean isEdited(TextVersion text) {
        Revision difference = text.difference();
        return difference != null && difference.kind() == Revision.Kind.RETRANSLATION;
    }

    /** The version that readers are shown. */
    private static Optional<Integer> shown(Standing standing, Transaction transaction) {
        return transaction
                .log()
                .find(standing.edition(), standing.article())
                .filter(publication -> !(publication instanceof Publication.Withdrawn))
                .map(publication -> publication.entry().version());
    }

    /** Whether a shown text says what its source has said otherwise since, even if the last change was a small one. */
    private static boolean isWrong(int shown, Standing standing, List<TextVersion> texts, Transaction transaction) {
        Revisions revisions = transaction.revisions();
        ArticleId article = standing.article();
        Optional<Article> before = revisions.document(article, shown);
        Optional<Article> now = revisions.document(article, standing.version());
        if (before.isPresent() && before.equals(now)) {
            return false;
        }
        return before.flatMap(old -> now.flatMap(fresh -> Comparison.of(old, fresh)))
                        .filter(difference -> WRONG.contains(difference.kind()))
                        .isPresent()
                || texts.stream()
                        .filter(text -> text.version() > shown && text.version() <= standing.version())
                        .anyMatch(Patience::corrects);
    }

    private static boolean corrects(TextVersion text) {
        Revision difference = text.difference();
        return difference != null && WRONG.contains(difference.kind());
    }
}
