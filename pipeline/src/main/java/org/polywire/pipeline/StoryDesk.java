package org.polywire.pipeline;

import java.time.Instant;
import java.util.function.Consumer;
import org.polywire.model.ArticleId;
import org.polywire.model.StoryId;
import org.polywire.store.Event;
import org.polywire.store.Store;
import org.polywire.store.Stories.KeptSketch;
import org.polywire.store.Transaction;
import org.polywire.story.Placement;
import org.polywire.story.Sketch;
import org.polywire.story.Text;
import org.polywire.story.Window;

/**
 * Where articles find their stories: the window of the last days, and the store that it can be made from again.
 *
 * <p>Called inside the transaction that keeps the text, so that an article and its story come onto the disk together. Safe to
 * share between threads.
 */
final class StoryDesk {
    private final Window window = new Window();

    /** With the texts that were placed within the window's length. */
    StoryDesk(Store store, Instant now) {
        Instant oldest = now.minus(Window.LENGTH);
        store.write(transaction -> transaction.stories().forget(oldest));
        store.read(transaction -> transaction.stories().sketches(oldest))
                .forEach(sketch -> window.keep(text(sketch), sketch.story()));
    }

    private static Text text(KeptSketch kept) {
        return new Text(
                kept.article(), kept.source(), kept.language(), kept.original(), kept.at(), Sketch.of(kept.sketch()));
    }

    /** Places an article by a text of it: its own, a new version of it, or a translation. */
    synchronized void place(Text text, Transaction transaction, Consumer<Event> events) {
        Placement placement = window.place(text);
        placement.merged().forEach(other -> {
            window.merge(other, placement.story());
            transaction.stories().merge(other, placement.story());
        });
        window.keep(text, placement.story());
        if (transaction.stories().of(text.article()).isEmpty()) {
            transaction
                    .stories()
                    .place(text.article(), placement.story(), placement.likeness(), text.language(), text.at());
        } else if (text.original()) {
            transaction.stories().speaks(text.article(), text.language());
        }
        transaction
                .stories()
                .keep(text.article(), text.language(), text.at(), text.sketch().bytes());
        if (!placement.alone()) {
            events.accept(new Event(
                    text.article(),
                    null,
                    text.at(),
                    Event.Step.JOINED,
                    placement.likeness().name(),
                    words(placement, transaction)));
        }
    }

    private static String words(Placement placement, Transaction transaction) {
        ArticleId like = placement.like();
        String title = transaction
                .articles()
                .find(like)
                .map(article -> article.title() + " (" + article.source() + ")")
                .orElse(like.value());
        StoryId story = placement.story();
        return "story " + story + ", like: " + title;
    }
}
