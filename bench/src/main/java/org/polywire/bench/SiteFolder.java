package org.polywire.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.StoryId;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/** Fills a data folder with a publication of any size, as a newsroom would have. */
final class SiteFolder {
    static final SourceId SOURCE = new SourceId("press");

    private static final int BATCH = 500;
    private static final Duration APART = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofHours(1);

    /** The last digit of an article that has a story and a history. */
    static final int TOLD = 1;

    private static final Revision NONE = new Revision(Revision.Kind.COSMETIC, List.of(), "");

    private final Store store;
    private final Instant now;

    SiteFolder(Store store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** Follows the press that all articles are from. */
    void begin() {
        store.write(transaction -> transaction.sources().save(FollowedSource.added(source(), PAUSE, now)));
    }

    /**
     * Publishes articles in each language, three minutes apart, the last three minutes ago.
     *
     * @param from the number of the first, and {@code until} that after the last
     * @param progress told how many are done
     */
    void fill(int from, int until, List<SiteTexts> texts, IntConsumer progress) {
        for (int next = from; next < until; next += BATCH) {
            int first = next;
            int last = Math.min(next + BATCH, until);
            store.write(transaction -> {
                for (int number = first; number < last; number++) {
                    publish(number, now.minus(APART.multipliedBy(until - number)), texts, transaction);
                }
            });
            progress.accept(last);
        }
    }

    private static Source source() {
        return new Source(
                SOURCE,
                "The Press",
                URI.create("https://press.example/"),
                URI.create("https://press.example/feed.xml"),
                Grant.FULL);
    }

    /** Publishes one article more, in each language. */
    void publish(int number, Instant at, List<SiteTexts> texts) {
        store.write(transaction -> publish(number, at, texts, transaction));
    }

    private static void publish(int number, Instant at, List<SiteTexts> texts, Transaction transaction) {
        KnownArticle known = known(number, at);
        transaction.articles().add(known);
        place(number, at, transaction);
        for (SiteTexts text : texts) {
            LanguageTag language = text.edition().language();
            transaction.log().publish(language, known, 1, text.translation(number, at), NONE, at);
            if (number % 10 == TOLD) {
                Instant later = at.plus(APART.dividedBy(3));
                transaction.log().publish(language, known, 2, text.translation(number, at), text.revision(), later);
            }
        }
    }

    /** Of ten articles three tell one story; the first of them was corrected. */
    private static void place(int number, Instant at, Transaction transaction) {
        int after = number % 10 - TOLD;
        boolean joins = after == 1 || after == 2;
        transaction
                .stories()
                .place(
                        id(number),
                        new StoryId(id(joins ? number - after : number)),
                        joins ? Story.Likeness.SAME_EVENT : Story.Likeness.FIRST,
                        new LanguageTag("es"),
                        at);
    }

    void withdraw(int number, LanguageTag edition) {
        store.write(
                transaction -> transaction.log().withdraw(edition, known(number, now), Reason.SOURCE_WITHDREW, now));
    }

    /** Which of so many articles was withdrawn. */
    static int withdrawn(int articles) {
        return articles - 5;
    }

    static ArticleId id(int number) {
        return ArticleId.of(SiteTexts.address(number));
    }

    private static KnownArticle known(int number, Instant at) {
        URI address = SiteTexts.address(number);
        Sighting sighting = new Sighting(SOURCE, address, address.toString(), "Article " + number, null, at);
        return KnownArticle.sighted(id(number), sighting, address, "");
    }
}
