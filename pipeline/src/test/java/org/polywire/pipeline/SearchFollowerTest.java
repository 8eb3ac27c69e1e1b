package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.search.SearchIndex;
import org.polywire.store.Following;
import org.polywire.store.Store;
import org.polywire.testkit.MutableClock;

/** The search index follows the log to its end, and a stop leaves the rest for the next start without an error. */
class SearchFollowerTest {
    @TempDir
    private Path folder;

    private Store store;
    private SearchIndex index;
    private SmallLog log;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        index = SearchIndex.in(folder.resolve("search"));
        log = new SmallLog(store);
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private SearchFollower follower() {
        return new SearchFollower(store, index, new MutableClock(SmallLog.NOW));
    }

    private Following state() {
        return store.read(transaction ->
                transaction.projections().find(SearchFollower.NAME).orElseThrow());
    }

    @Test
    void aLogOfManyBatchesIsTakenInToItsEnd() {
        IntStream.rangeClosed(1, 250).forEach(number -> log.publish(SmallLog.CATALAN, number, 1));
        assertThat(follower().advance()).isEmpty();
        assertThat(index.cursor()).isEqualTo(250);
        assertThat(state().sequence()).isEqualTo(250);
    }

    @Test
    void oneThatIsAskedToEndLeavesTheRestToTheNextAndFindsNoFault() {
        log.publish(SmallLog.CATALAN, 1, 1);
        SearchFollower ended = follower();
        ended.end();
        assertThat(ended.advance()).isEmpty();
        assertThat(index.cursor()).isZero();
        assertThat(state().failures()).isZero();
        assertThat(follower().advance()).isEmpty();
        assertThat(index.cursor()).isEqualTo(1);
    }

    @Test
    void aRebuildThatIsAskedToEndLeavesTheIndexAsItWasAndStaysAskedFor() {
        log.publish(SmallLog.CATALAN, 1, 1);
        follower().advance();
        log.publish(SmallLog.CATALAN, 2, 1);
        new Archive(store).renewSearch();
        SearchFollower ended = follower();
        ended.end();
        assertThat(ended.advance()).isEmpty();
        assertThat(index.cursor()).isEqualTo(1);
        assertThat(state().renew()).isTrue();
        assertThat(state().failures()).isZero();
        follower().advance();
        assertThat(index.cursor()).isEqualTo(2);
        assertThat(state().renew()).isFalse();
    }
}
