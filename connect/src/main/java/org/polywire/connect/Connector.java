package org.polywire.connect;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;

/**
 * Another system that is told what the publication does. It remembers nothing itself: who calls it keeps how far it is and what
 * stands for an article at the other side, and may be killed between the two, so every call must be repeatable.
 *
 * <p>Safe to share between threads, but for one article there must be one call at a time.
 */
public sealed interface Connector permits WordPress, Webhook {
    /** A short name, unique and stable: its place in the log is kept under it. */
    String name();

    /** The editions that it is told of; all if empty. */
    Set<LanguageTag> editions();

    /** What is carried: every entry of the log as it was, or for each entry what its article is now. */
    enum Matter {
        ENTRIES,
        /** A correction that was corrected again is not worth telling, and what is withdrawn by now must not appear once more. */
        STATES
    }

    Matter matter();

    /**
     * Tells the other side.
     *
     * @param counterpart what stands for the article there as far as is known; null if nothing is
     */
    Delivery deliver(Publication publication, @Nullable Counterpart counterpart);

    default boolean carries(LanguageTag edition) {
        return editions().isEmpty() || editions().contains(edition);
    }
}
