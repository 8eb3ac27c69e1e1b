package org.polywire.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.Finding;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;

/**
 * How an article stands in an edition.
 *
 * @param version of the article that this is about
 * @param reason why it was refused, failed or withdrawn; of one that waits again, why it was refused before
 * @param findings of the checks, if it was reviewed
 * @param nextTry when a failed one is tried again
 */
public record Standing(
        ArticleId article,
        LanguageTag edition,
        State state,
        int version,
        @Nullable Reason reason,
        String detail,
        List<Finding> findings,
        int attempts,
        @Nullable Instant nextTry) {

    /** What became of it. */
    public enum State {
        /** Waits for its translation. */
        PENDING,
        PUBLISHED,
        /** Kept back by the checks. */
        HELD,
        /** Not for this edition, with the reason. */
        REFUSED,
        /** The engine failed; it will be tried again. */
        FAILED,
        WITHDRAWN
    }

    public Standing {
        findings = List.copyOf(findings);
    }

    public static Standing pending(ArticleId article, LanguageTag edition, int version) {
        return new Standing(article, edition, State.PENDING, version, null, "", List.of(), 0, null);
    }

    public Standing published(List<Finding> notes) {
        return new Standing(article, edition, State.PUBLISHED, version, null, "", notes, 0, null);
    }

    public Standing held(List<Finding> why) {
        return new Standing(article, edition, State.HELD, version, null, "", why, 0, null);
    }

    public Standing refused(Reason why, String words) {
        return new Standing(article, edition, State.REFUSED, version, why, words, List.of(), 0, null);
    }

    public Standing failed(Reason why, String words, Instant next) {
        return new Standing(article, edition, State.FAILED, version, why, words, List.of(), attempts + 1, next);
    }

    public Standing withdrawn(Reason why, String words) {
        return new Standing(article, edition, State.WITHDRAWN, version, why, words, List.of(), 0, null);
    }

    /** As it is told: why one that waits was refused before is no news of it now. */
    public Standing told() {
        return state == State.PENDING ? pending(article, edition, version) : this;
    }
}
