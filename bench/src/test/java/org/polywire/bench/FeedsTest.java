package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polywire.bench.FeedCorpus.Case;
import org.polywire.gather.FeedReader;

/** The feed reader on the feedparser corpus. The whole of the damage is done by {@code ./polywire bench feeds}. */
class FeedsTest {
    private static final Path CORPUS = Path.of("../../shared/corpora/feeds");
    private static List<Case> cases = List.of();

    @BeforeAll
    static void load() {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
        cases = FeedCorpus.load(CORPUS);
    }

    @Test
    void everyFeedIsReadAndMeansWhatItsAuthorsMeant() {
        FeedReport ours = FeedReport.of(cases, FeedView::ours);
        assertThat(ours.all().read()).isEqualTo(cases.size());
        assertThat(ours.all().concerned()).as("enough to say something").isGreaterThan(850);
        assertThat(ours.all().share()).isGreaterThanOrEqualTo(FeedsCommand.BAR);
    }

    @Test
    void weReadFeedsBetterThanRomeAlone() {
        FeedReport ours = FeedReport.of(cases, FeedView::ours);
        FeedReport rome = FeedReport.of(cases, FeedView::romes);
        ours.tallies()
                .forEach((folder, tally) -> assertThat(tally.right())
                        .as(folder)
                        .isGreaterThanOrEqualTo(
                                Objects.requireNonNull(rome.tallies().get(folder))
                                        .right()));
        assertThat(ours.all().right()).isGreaterThan(rome.all().right());
    }

    @Test
    void damagedFeedsAreReadOrRefusedAndNeverThrow() {
        Random random = new Random(7);
        Damage.Result result = cases.stream()
                .map(one -> Damage.of(one.file(), one.capture(), 2, 3, random, FeedReader::read))
                .reduce(Damage.NOTHING, Damage.Result::and);
        assertThat(result.thrown()).isEmpty();
        assertThat(result.readings()).isEqualTo(5L * cases.size());
    }

    /** One file in forty at the whole bar: 20 cuts and 200 copies with flipped bits. */
    @Test
    void noDamagedFeedHasAnythingFetched() {
        Random random = new Random(11);
        ProxySelector before = ProxySelector.getDefault();
        Asked asked = new Asked();
        ProxySelector.setDefault(asked);
        try {
            Damage.Result result = IntStream.range(0, cases.size())
                    .filter(i -> i % 40 == 0)
                    .mapToObj(cases::get)
                    .map(one -> Damage.of(one.file(), one.capture(), 20, 200, random, FeedReader::read))
                    .reduce(Damage.NOTHING, Damage.Result::and);
            assertThat(result.thrown()).isEmpty();
            assertThat(result.readings()).isGreaterThan(7_000);
            assertThat(asked.addresses).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    /** Whatever fetches by Java's own means, as XML parsers do, asks here which way to go. */
    private static final class Asked extends ProxySelector {
        private final List<URI> addresses = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI address) {
            addresses.add(address);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            addresses.add(address);
        }
    }
}
