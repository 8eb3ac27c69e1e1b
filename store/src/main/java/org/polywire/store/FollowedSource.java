package org.polywire.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Reason;
import org.polywire.model.Source;

/**
 * A source and how following it goes.
 *
 * @param ended whether it is followed no more, because its feed is gone for good
 * @param etag of the feed, verbatim, empty if none; likewise {@code lastModified}
 * @param pause between two polls, as learnt so far
 * @param failures in a row
 * @param reason of the last failure, absent after a success
 */
public record FollowedSource(
        Source source,
        boolean ended,
        String etag,
        String lastModified,
        Duration pause,
        Instant nextPoll,
        int failures,
        @Nullable Instant lastSuccess,
        @Nullable Reason reason,
        String detail) {

    /** A source that is to be polled at once. */
    public static FollowedSource added(Source source, Duration pause, Instant now) {
        return new FollowedSource(source, false, "", "", pause, now, 0, null, null, "");
    }

    /** The same memory for a source that is described anew; one that had ended is tried again where it has another feed. */
    public FollowedSource of(Source described) {
        boolean same = described.feed().equals(source.feed()) && described.way() == source.way();
        return new FollowedSource(
                described, ended && same, etag, lastModified, pause, nextPoll, failures, lastSuccess, reason, detail);
    }

    /** The same, of which more may come: to be polled at once if it had ended. */
    public FollowedSource revived(Instant now) {
        return ended
                ? new FollowedSource(
                        source, false, etag, lastModified, pause, now, failures, lastSuccess, reason, detail)
                : this;
    }

    /** After a poll that went well. */
    public FollowedSource polled(String newEtag, String newLastModified, Duration newPause, Instant next, Instant now) {
        return new FollowedSource(source, false, newEtag, newLastModified, newPause, next, 0, now, null, "");
    }

    /** To be polled at a time, if that is sooner than it was to be. */
    public FollowedSource hastened(Instant next) {
        return new FollowedSource(
                source,
                ended,
                etag,
                lastModified,
                pause,
                next.isBefore(nextPoll) ? next : nextPoll,
                failures,
                lastSuccess,
                reason,
                detail);
    }

    /** After a poll that failed and may go well later. */
    public FollowedSource failed(Reason why, String words, Instant next) {
        return new FollowedSource(
                source, false, etag, lastModified, pause, next, failures + 1, lastSuccess, why, words);
    }

    /** After a poll that says that there will be nothing more. */
    public FollowedSource ended(Reason why, String words) {
        return new FollowedSource(
                source, true, etag, lastModified, pause, nextPoll, failures + 1, lastSuccess, why, words);
    }
}
