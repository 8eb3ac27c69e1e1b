package org.polywire.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;
import org.polywire.publish.Site;

/**
 * Which of the newest articles of each edition stand in which section and come from which source: a projection of the log, read
 * when an edition is first asked for and kept up to date from the log's end. It looks back {@value #LENGTH} articles.
 *
 * <p>Safe to share between threads.
 */
final class Recent {
    private static final int LENGTH = 1_000;
    private static final int BATCH = 200;

    private final Archive archive;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LanguageTag, List<Item>> editions = new HashMap<>();
    private long position;

    private record Item(ArticleId article, SourceId source, String section, Instant firstAt) {}

    Recent(Archive archive) {
        this.archive = archive;
        position = archive.lastSequence();
    }

    /** The newest first. */
    List<ArticleId> inSection(Section section, int limit) {
        return find(section.edition().language(), item -> item.section().equals(section.slug()), limit);
    }

    /** The newest first. */
    List<ArticleId> ofSource(Origin origin, int limit) {
        return find(origin.edition().language(), item -> item.source().equals(origin.source()), limit);
    }

    private List<ArticleId> find(LanguageTag edition, Predicate<Item> wanted, int limit) {
        lock.lock();
        try {
            catchUp();
            return editions.computeIfAbsent(edition, this::load).stream()
                    .filter(wanted)
                    .limit(limit)
                    .map(Item::article)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private List<Item> load(LanguageTag edition) {
        List<Item> items = new ArrayList<>();
        archive.latest(edition, LENGTH).forEach(publication -> apply(publication, items));
        return items;
    }

    private void catchUp() {
        List<Publication> news = archive.log(position, BATCH);
        while (!news.isEmpty()) {
            for (Publication publication : news) {
                List<Item> items = editions.get(publication.entry().edition());
                if (items != null) {
                    apply(publication, items);
                }
                position = publication.entry().sequence();
            }
            news = archive.log(position, BATCH);
        }
    }

    private static void apply(Publication publication, List<Item> items) {
        Entry entry = publication.entry();
        items.removeIf(item -> item.article().equals(entry.article()));
        switch (publication) {
            case Published(Entry same, Translation translation) -> add(entry, translation, items);
            case Corrected(Entry same, Translation translation, var revision) -> add(entry, translation, items);
            case Withdrawn withdrawn -> {}
        }
    }

    private static void add(Entry entry, Translation translation, List<Item> items) {
        int place = 0;
        while (place < items.size() && items.get(place).firstAt().isAfter(entry.firstAt())) {
            place++;
        }
        String section = Site.sectionOf(translation.article());
        items.add(place, new Item(entry.article(), entry.source(), section, entry.firstAt()));
        if (items.size() > LENGTH) {
            items.removeLast();
        }
    }
}
