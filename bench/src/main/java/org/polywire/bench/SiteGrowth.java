package org.polywire.bench;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Background;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;
import org.polywire.store.Store;

/**
 * What one more article costs: the log's entry, and making anew the article's page with its story, the front page, the corrections
 * and the feeds, in a small and a large publication by turns.
 */
final class SiteGrowth {
    private static final int WARM = 60;
    private static final int MEASURED = 200;
    private static final double BAR = 1.2;

    private final Path folder;
    private final PrintWriter out;

    /** How a long preparation tells how far it is. */
    interface Progress {
        IntConsumer of(String label, int total);
    }

    SiteGrowth(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    boolean holds(int small, int large, Progress progress) {
        SiteTexts texts = SiteTexts.in("en", URI.create("http://localhost/port.png"));
        try (Publisher few = new Publisher(folder.resolve("small"), small, texts, progress);
                Publisher many = new Publisher(folder.resolve("large"), large, texts, progress)) {
            List<Long> atFew = new ArrayList<>();
            List<Long> atMany = new ArrayList<>();
            for (int round = 0; round < WARM + MEASURED; round++) {
                long one = few.publish();
                long other = many.publish();
                if (round >= WARM) {
                    atFew.add(one);
                    atMany.add(other);
                }
            }
            double ratio = median(atMany) / median(atFew);
            out.printf(
                    Locale.ROOT,
                    "publishing one article: %.1f ms at %,d, %.1f ms at %,d; ratio %.2f (bar %.1f); median of %d each,"
                            + " in turn%n",
                    median(atFew) / 1e6,
                    small,
                    median(atMany) / 1e6,
                    large,
                    ratio,
                    BAR,
                    MEASURED);
            out.flush();
            return ratio <= BAR;
        }
    }

    private static double median(List<Long> values) {
        return values.stream()
                .sorted(Comparator.naturalOrder())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** A publication of some size that grows by one article at a time. */
    private static final class Publisher implements AutoCloseable {
        private final Store store;
        private final Archive archive;
        private final SiteFolder folder;
        private final SiteTexts texts;
        private final Edition edition;
        private final Site site;
        private int next;

        Publisher(Path data, int size, SiteTexts texts, Progress progress) {
            this.texts = texts;
            edition = texts.edition();
            store = Store.open(data);
            folder = new SiteFolder(store, InstantSource.system().instant());
            folder.begin();
            folder.fill(0, size, List.of(texts), progress.of("Filling a publication of " + size, size));
            archive = Archive.open(data);
            site = new Site(
                    new SiteConfig("T", URI.create("http://localhost/"), "O", "a@wire.example", List.of(edition)),
                    Map.of());
            next = size;
        }

        /** The nanoseconds it took. */
        long publish() {
            long start = System.nanoTime();
            Instant now = InstantSource.system().instant();
            folder.publish(next, now, List.of(texts));
            article(SiteFolder.id(next));
            lists(now);
            next++;
            return System.nanoTime() - start;
        }

        private void article(ArticleId id) {
            LanguageTag language = edition.language();
            StoryId story = archive.storyNameOf(id).orElseThrow();
            List<Publication> telling = archive.ofStory(language, story);
            Told told = new Told(story, archive.ofStory(story).size());
            site.article(
                    archive.find(language, id).orElseThrow(),
                    new Background(archive.editionsOf(id), archive.entries(language, id), told, telling));
        }

        private void lists(Instant now) {
            LanguageTag language = edition.language();
            List<Publication> front = archive.front(language, Site.FRONT_PAGE_LENGTH);
            List<ArticleId> shown =
                    front.stream().map(one -> one.entry().article()).toList();
            site.frontPage(edition, front, archive.told(List.of(language), shown), now);
            site.corrections(edition, archive.changes(language, Site.CORRECTIONS_LOOK_BACK, Site.CORRECTIONS_LENGTH));
            List<Publication> latest = archive.latest(language, Site.FEED_LENGTH);
            for (Format format : Format.values()) {
                site.feed(new Feed(new Front(edition), format), latest);
            }
        }

        @Override
        public void close() {
            archive.close();
            store.close();
        }
    }
}
