package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

class ProjectionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final ArticleId ARTICLE = ArticleId.of(URI.create("https://faro.example/1"));

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aProjectionRemembersHowFarItIsAndWhatHindersIt() {
        Following failed = Following.from("blog", 7)
                .failed("UNREACHABLE", "no answer", NOW, NOW.plusSeconds(10))
                .failed("SERVER_ERROR", "503", NOW.plusSeconds(10), NOW.plusSeconds(40));
        store.write(transaction -> transaction.projections().save(failed));
        assertThat(find("blog")).isEqualTo(failed);
        assertThat(failed.failures()).isEqualTo(2);
        assertThat(failed.failingSince()).isEqualTo(NOW);
        Following done = failed.done(8, NOW);
        store.write(transaction -> transaction.projections().save(done));
        assertThat(find("blog")).isEqualTo(done);
        assertThat(done.code()).isEmpty();
    }

    @Test
    void aRequestToBeginAnewIsKeptUntilItIsDone() {
        store.write(transaction -> transaction.projections().renew("search"));
        assertThat(find("search").renew()).isTrue();
        store.write(transaction -> transaction.projections().save(find("search").done(5, NOW)));
        assertThat(find("search").renew()).isFalse();
    }

    @Test
    void whatWasSetAsideIsForgottenWhenItIsTriedAgain() {
        store.write(transaction -> {
            transaction.projections().setAside(new SetAside("blog", 3, NOW, "MARK_LOST", ""));
            transaction.projections().setAside(new SetAside("blog", 9, NOW, "MARK_LOST", ""));
            transaction.projections().setAside(new SetAside("desk", 9, NOW, "REFUSED", ""));
            transaction.projections().takeUp("blog", 5);
        });
        List<SetAside> blog = read(transaction -> transaction.projections().setAside("blog"));
        List<SetAside> desk = read(transaction -> transaction.projections().setAside("desk"));
        assertThat(blog).extracting(SetAside::sequence).containsExactly(3L);
        assertThat(desk).hasSize(1);
    }

    @Test
    void anArticleHasOneCounterpartForEachConnectorAndEdition() {
        Remote first = new Remote("blog", CATALAN, ARTICLE, "17", "a");
        Remote second = new Remote("blog", CATALAN, ARTICLE, "17", "b");
        store.write(transaction -> {
            transaction.projections().save(first);
            transaction.projections().save(second);
        });
        Optional<Remote> blog = read(transaction -> transaction.projections().remote("blog", CATALAN, ARTICLE));
        Optional<Remote> other = read(transaction -> transaction.projections().remote("other", CATALAN, ARTICLE));
        assertThat(blog).hasValue(second);
        assertThat(other).isEmpty();
    }

    @Test
    void aSubscriptionEndsWithItsLease() {
        Subscription subscription = new Subscription(
                URI.create("https://reader.example/cb"),
                URI.create("https://wire.example/ca/rss.xml"),
                "secret",
                NOW.plusSeconds(60),
                "",
                0,
                Instant.EPOCH);
        store.write(transaction -> transaction.subscriptions().save(subscription));
        assertThat(subscriptions()).containsExactly(subscription);
        assertThat(subscription.toString()).doesNotContain("secret");
        store.write(transaction -> transaction.subscriptions().expire(NOW));
        assertThat(subscriptions()).hasSize(1);
        store.write(transaction -> transaction.subscriptions().expire(NOW.plusSeconds(60)));
        assertThat(subscriptions()).isEmpty();
    }

    private <T> T read(Function<Transaction, T> question) {
        return store.read(question);
    }

    private List<Subscription> subscriptions() {
        return read(transaction -> transaction.subscriptions().all());
    }

    private Following find(String name) {
        return store.read(transaction -> transaction.projections().find(name)).orElseThrow();
    }
}
