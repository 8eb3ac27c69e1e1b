package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.Reason;
import org.polywire.model.Sighting;
import org.polywire.model.SourceId;

/**
 * What is known of an article, apart from its text.
 *
 * @param address as sighted
 * @param title as the feed or the page has it
 * @param mark what the feed said of the item when last seen; another mark is a sign of change
 * @param reason why it was refused, failed or withdrawn
 * @param attempts at fetching in a row that failed
 * @param visits how often the page was looked at again since its text last changed
 * @param nextVisit when the page is fetched next; absent if never
 * @param etag of the page, verbatim, empty if none; likewise {@code lastModified}
 * @param version of the text, from 1; 0 before the first
 * @param fingerprint of the text that readers see; empty before the first
 */
public record KnownArticle(
        ArticleId id,
        SourceId source,
        URI address,
        String title,
        String mark,
        Stage stage,
        @Nullable Reason reason,
        String detail,
        int attempts,
        int visits,
        @Nullable Instant nextVisit,
        Instant sightedAt,
        String etag,
        String lastModified,
        int version,
        String fingerprint) {

    /** An article that was seen for the first time and is to be fetched at once. */
    public static KnownArticle sighted(ArticleId id, Sighting sighting, URI address, String mark) {
        return new KnownArticle(
                id,
                sighting.source(),
                address,
                sighting.title(),
                mark,
                Stage.SIGHTED,
                null,
                "",
                0,
                0,
                sighting.seen(),
                sighting.seen(),
                "",
                "",
                0,
                "");
    }

    /** The text was taken, for the first time or anew. */
    public KnownArticle extracted(String newTitle, String newFingerprint, String newEtag, String newLastModified) {
        return new KnownArticle(
                id,
                source,
                address,
                newTitle,
                mark,
                Stage.EXTRACTED,
                null,
                "",
                0,
                0,
                nextVisit,
                sightedAt,
                newEtag,
                newLastModified,
                version + 1,
                newFingerprint);
    }

    /** A person edited a translation of it: the same text under the next version. */
    public KnownArticle edited() {
        return new KnownArticle(
                id,
                source,
                address,
                title,
                mark,
                stage,
                reason,
                detail,
                attempts,
                visits,
                nextVisit,
                sightedAt,
                etag,
                lastModified,
                version + 1,
                fingerprint);
    }

    /** The page was looked at again and says the same. */
    public KnownArticle unchanged(String newEtag, String newLastModified) {
        return new KnownArticle(
                id,
                source,
                address,
                title,
                mark,
                stage,
                null,
                "",
                0,
                visits + 1,
                nextVisit,
                sightedAt,
                newEtag,
                newLastModified,
                version,
                fingerprint);
    }

    /** It came to another stage, for a reason. */
    public KnownArticle at(Stage newStage, Reason why, String words, int newAttempts) {
        return new KnownArticle(
                id,
                source,
                address,
                title,
                mark,
                newStage,
                why,
                words,
                newAttempts,
                visits,
                nextVisit,
                sightedAt,
                etag,
                lastModified,
                version,
                fingerprint);
    }

    public KnownArticle visitedNext(@Nullable Instant when) {
        return new KnownArticle(
                id,
                source,
                address,
                title,
                mark,
                stage,
                reason,
                detail,
                attempts,
                visits,
                when,
                sightedAt,
                etag,
                lastModified,
                version,
                fingerprint);
    }

    /** The feed says something else of it. */
    public KnownArticle marked(String newMark) {
        return new KnownArticle(
                id,
                source,
                address,
                title,
                newMark,
                stage,
                reason,
                detail,
                attempts,
                visits,
                nextVisit,
                sightedAt,
                etag,
                lastModified,
                version,
                fingerprint);
    }
}
