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
 */
public record KnownArticle(
        ArticleId id,
        SourceId source,
        URI address,
        Instant sightedAt,
        String title,
        String mark,
        Progress progress,
        Taken taken) {

    /**
     * How far the newsroom has come with it.
     *
     * @param reason why it was refused, failed or withdrawn; {@code detail} in words
     * @param attempts at fetching in a row that failed
     * @param visits how often the page was looked at again since its text last changed
     * @param nextVisit when the page is fetched next; absent if never
     */
    public record Progress(
            Stage stage,
            @Nullable Reason reason,
            String detail,
            int attempts,
            int visits,
            @Nullable Instant nextVisit) {
        private static Progress well(Stage stage, int visits, @Nullable Instant nextVisit) {
            return new Progress(stage, null, "", 0, visits, nextVisit);
        }
    }

    /**
     * What was last taken from its page.
     *
     * @param etag of the page, verbatim, empty if none; likewise {@code lastModified}
     * @param version of the text, from 1; 0 before the first
     * @param fingerprint of the text that readers see; empty before the first
     */
    public record Taken(String etag, String lastModified, int version, String fingerprint) {
        private static final Taken NOTHING = new Taken("", "", 0, "");
    }

    /** An article that was seen for the first time and is to be fetched at once. */
    public static KnownArticle sighted(ArticleId id, Sighting sighting, URI address, String mark) {
        Instant seen = sighting.seen();
        Progress progress = Progress.well(Stage.SIGHTED, 0, seen);
        return new KnownArticle(id, sighting.source(), address, seen, sighting.title(), mark, progress, Taken.NOTHING);
    }

    /** The text was taken, for the first time or anew. */
    public KnownArticle extracted(String newTitle, String newFingerprint, String newEtag, String newLastModified) {
        Progress begun = Progress.well(Stage.EXTRACTED, 0, nextVisit());
        Taken text = new Taken(newEtag, newLastModified, version() + 1, newFingerprint);
        return new KnownArticle(id, source, address, sightedAt, newTitle, mark, begun, text);
    }

    /** A person edited a translation of it: the same text under the next version. */
    public KnownArticle edited() {
        return with(progress, new Taken(etag(), lastModified(), version() + 1, fingerprint()));
    }

    /** The page was looked at again and says the same. */
    public KnownArticle unchanged(String newEtag, String newLastModified) {
        return with(
                Progress.well(stage(), visits() + 1, nextVisit()),
                new Taken(newEtag, newLastModified, version(), fingerprint()));
    }

    /** It came to another stage, for a reason. */
    public KnownArticle at(Stage newStage, Reason why, String words, int newAttempts) {
        return with(new Progress(newStage, why, words, newAttempts, visits(), nextVisit()), taken);
    }

    public KnownArticle visitedNext(@Nullable Instant when) {
        return with(new Progress(stage(), reason(), detail(), attempts(), visits(), when), taken);
    }

    /** The feed says something else of it. */
    public KnownArticle marked(String newMark) {
        return new KnownArticle(id, source, address, sightedAt, title, newMark, progress, taken);
    }

    private KnownArticle with(Progress newProgress, Taken newTaken) {
        return new KnownArticle(id, source, address, sightedAt, title, mark, newProgress, newTaken);
    }

    public Stage stage() {
        return progress.stage();
    }

    public @Nullable Reason reason() {
        return progress.reason();
    }

    public String detail() {
        return progress.detail();
    }

    public int attempts() {
        return progress.attempts();
    }

    public int visits() {
        return progress.visits();
    }

    public @Nullable Instant nextVisit() {
        return progress.nextVisit();
    }

    public String etag() {
        return taken.etag();
    }

    public String lastModified() {
        return taken.lastModified();
    }

    public int version() {
        return taken.version();
    }

    public String fingerprint() {
        return taken.fingerprint();
    }
}
