package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers the passages of an article into batches that its engine takes and that keep it busy on all sides; each goes off as soon as it is
 * full, while the next passages are still being made. Not safe to share between threads.
 */
final class PassageBatches {
    /** A batch smaller than this is not worth the trouble of working side by side. */
    private static final int LEAST = 1_000;

    private final int passages;
    private final int limit;
    private final Consumer<List<MarkedPassage>> sender;
    private List<MarkedPassage> batch = new ArrayList<>();
    private int size;

    /**
     * @param all how many characters there will be
     */
    PassageBatches(Abilities abilities, int all, Consumer<List<MarkedPassage>> sender) {
        this.passages = abilities.passages();
        this.limit = Math.min(abilities.characters(), Math.max(LEAST, share(all, abilities.parallel())));
        this.sender = sender;
    }

    /** An eighth more than an equal part, so that no remainder of a few sentences makes a batch of its own. */
    private static int share(int all, int parallel) {
        int equal = 1 + all / parallel;
        return equal + equal / 8;
    }

    void add(MarkedPassage passage) {
        int characters = passage.passage().characters();
        if (!batch.isEmpty() && (size + characters > limit || batch.size() == passages)) {
            send();
        }
        batch.add(passage);
        size += characters;
    }

    /** Sends what is left. */
    void end() {
        if (!batch.isEmpty()) {
            send();
        }
    }

    private void send() {
        sender.accept(batch);
        batch = new ArrayList<>();
        size = 0;
    }
}
