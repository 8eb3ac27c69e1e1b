package org.polywire.model;

import java.time.Instant;

/**
 * An entry of the publication log: one article in one edition was published, corrected or withdrawn. Sites, feeds and all
 * else that readers meet follow from these entries alone.
 */
public sealed interface Publication {

    /**
     * What every entry has.
     *
     * @param sequence the place in the log, from 1, without reuse
     * @param edition the language of the edition
     * @param version of the article in that edition, from 1
     * @param firstAt when the article first appeared in the edition
     * @param at when this entry was made
     */
    record Entry(
            long sequence,
            LanguageTag edition,
            ArticleId article,
            SourceId source,
            int version,
            Instant firstAt,
            Instant at) {}

    Entry entry();

    record Published(Entry entry, Translation translation) implements Publication {}

    /**
     * The source changed its article; the edition follows, and says so if the change is one that readers can see.
     *
     * @param revision against the text that the edition showed last; its changes are in the edition's language
     */
    record Corrected(Entry entry, Translation translation, Revision revision) implements Publication {}

    /** Taken down; what remains is a tombstone. */
    record Withdrawn(Entry entry, Reason reason) implements Publication {}
}
