package org.polywire.pipeline;

import java.time.Instant;
import java.util.function.Consumer;
import org.polywire.model.Reason;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import org.polywire.store.Transaction;

/** The end of an article, by its source or by the operator: every edition that shows it leaves a tombstone. */
final class Withdrawal {
    private Withdrawal() {}

    static void of(
            KnownArticle article,
            Reason reason,
            String detail,
            Instant now,
            Transaction transaction,
            Consumer<Event> events) {
        Reason why = reason == Reason.GONE || reason == Reason.NOT_FOUND ? Reason.SOURCE_WITHDREW : reason;
        transaction.articles().save(article.at(Stage.WITHDRAWN, why, detail, 0).visitedNext(null));
        events.accept(new Event(article.id(), null, now, Event.Step.WITHDRAWN, why.name(), detail));
        for (Standing standing : transaction.standings().of(article.id())) {
            if (standing.state() == Standing.State.REFUSED) {
                continue;
            }
            transaction.standings().save(standing.withdrawn(why, detail));
            transaction
                    .log()
                    .withdraw(standing.edition(), article, why, now)
                    .ifPresent(entry -> events.accept(new Event(
                            article.id(), standing.edition(), now, Event.Step.WITHDRAWN, why.name(), detail)));
        }
    }
}
