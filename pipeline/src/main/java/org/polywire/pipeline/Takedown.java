package org.polywire.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.polywire.model.Reason;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Store;

/**
 * The operator's own withdrawal of an article. It needs no newsroom, and works beside one that is at work on the same folder: what
 * that one is doing with the article then comes to nothing.
 */
public final class Takedown {
    private Takedown() {}

    /**
     * Takes an article down in every edition, for good; one that was taken down before stays as it is.
     *
     * @param idOrAddress its id, its address, or one of its permalinks
     * @param why in the operator's words; shown by {@code where}, not to readers
     * @return the article as it is now; nothing, if none is known by that
     */
    public static Optional<Whereabouts> of(Path data, String idOrAddress, String why, Instant now) {
        try (Store store = Store.open(data)) {
            Chronicle chronicle = new Chronicle(store);
            chronicle.write((transaction, events) -> Archive.find(transaction, idOrAddress.strip())
                    .filter(Takedown::stands)
                    .ifPresent(article -> Withdrawal.of(article, Reason.TAKEN_DOWN, why, now, transaction, events)));
            return store.read(transaction -> Archive.find(transaction, idOrAddress.strip())
                    .map(article -> Archive.whereabouts(transaction, article)));
        }
    }

    private static boolean stands(KnownArticle article) {
        return article.stage() != Stage.WITHDRAWN;
    }
}
