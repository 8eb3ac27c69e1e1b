package org.polywire.app;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Background;
import org.polywire.publish.Coverage;

/** What the archive knows beside an article's text: its history and its story. Safe to share between threads. */
final class Accounts {
    /** How many other articles of its story an article's page names. */
    private static final int OTHERS = 4;

    /** How many articles that only other editions have, and how many entries, a story's page shows. */
    private static final int ELSEWHERE = 40;

    private static final int TIMELINE = 100;

    private final Archive archive;
    private final Map<LanguageTag, Integer> editions = new HashMap<>();

    /** @param editions those of the publication; what the log says of others is not told */
    Accounts(Archive archive, List<Edition> editions) {
        this.archive = archive;
        editions.forEach(edition -> this.editions.put(edition.language(), this.editions.size()));
    }

    Background of(Publication publication) {
        Entry entry = publication.entry();
        StoryId name = archive.storyNameOf(entry.article()).orElse(new StoryId(entry.article()));
        int articles = (int) shown(name).map(Entry::article).distinct().count();
        List<Publication> others = articles < 2
                ? List.of()
                : archive.ofStory(entry.edition(), name).stream()
                        .filter(other -> !other.entry().article().equals(entry.article()))
                        .limit(OTHERS)
                        .toList();
        return new Background(
                archive.editionsOf(entry.article()),
                archive.entries(entry.edition(), entry.article()),
                new Told(name, articles),
                others);
    }

    Coverage coverage(Edition edition, StoryId story) {
        List<Entry> shown = shown(story).toList();
        List<Publication> here = archive.ofStory(edition.language(), story);
        return new Coverage(
                story,
                here,
                elsewhere(edition.language(), shown),
                shown,
                archive.entries(edition.language(), story, TIMELINE));
    }

    private Stream<Entry> shown(StoryId story) {
        return archive.ofStory(story).stream().filter(entry -> editions.containsKey(entry.edition()));
    }

    /** Each article that an edition does not have, as the first of the others has it. */
    private List<Publication> elsewhere(LanguageTag edition, List<Entry> shown) {
        Map<ArticleId, Entry> first = new LinkedHashMap<>();
        shown.forEach(entry -> first.merge(entry.article(), entry, this::better));
        shown.stream().filter(entry -> entry.edition().equals(edition)).forEach(entry -> first.remove(entry.article()));
        return first.values().stream()
                .limit(ELSEWHERE)
                .map(entry -> archive.find(entry.edition(), entry.article()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Entry better(Entry one, Entry other) {
        return place(one) <= place(other) ? one : other;
    }

    private int place(Entry entry) {
        return editions.getOrDefault(entry.edition(), Integer.MAX_VALUE);
    }
}
