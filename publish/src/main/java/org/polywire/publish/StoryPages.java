package org.polywire.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Told;
import org.polywire.publish.Frame.Head;
import org.polywire.publish.Frame.Tongue;
import org.polywire.publish.Pages.Freshness;

/** The pages of stories. */
final class StoryPages {
    private final Workshop workshop;
    private final ArticlePages articles;

    StoryPages(Workshop workshop, ArticlePages articles) {
        this.workshop = workshop;
        this.articles = articles;
    }

    /** The link to a story's page, saying how many articles tell it. */
    static Html way(Edition edition, Told story, Workshop workshop) {
        String count = count(story.articles(), workshop.wording(edition));
        return Html.link(workshop.path(new Resource.Story(edition, story.story())), Html.text(count));
    }

    private static String count(int articles, Wording wording) {
        return wording.say("story.count", Map.of("count", articles));
    }

    Page story(Edition edition, Coverage coverage, Instant now) {
        List<Copy> here = Copy.all(edition, coverage.here(), workshop.config());
        return here.isEmpty() ? gone(edition, coverage) : story(edition, here, coverage, now);
    }

    /** Where nothing of a story is left, what came last is what is said of it. */
    private Page gone(Edition edition, Coverage coverage) {
        return coverage.entries().stream()
                .filter(Withdrawn.class::isInstance)
                .map(Withdrawn.class::cast)
                .findFirst()
                .map(last -> articles.withdrawn(last, new Resource.Story(edition, coverage.story())))
                .orElseGet(() -> workshop.notFound(edition));
    }

    private Page story(Edition edition, List<Copy> here, Coverage coverage, Instant now) {
        Wording wording = workshop.wording(edition);
        Copy first = here.getFirst();
        boolean indexed = workshop.indexed(here);
        Frame frame = frame(edition, here, coverage, indexed);
        List<Copy> elsewhere = coverage.elsewhere().stream()
                .flatMap(publication -> Copy.of(workshop.edition(publication), publication, workshop.config()).stream())
                .toList();
        StoryView view = new StoryView(
                frame,
                first.article().headline(),
                Notice.mark(first, wording),
                count(here.size() + elsewhere.size(), wording),
                versions(here, coverage, now),
                versions(elsewhere, coverage, now),
                timeline(edition, here, coverage));
        return workshop.page(
                200, wording, Freshness.LIST, indexed, Pages.lastChange(coverage.entries()), "story", view);
    }

    /** What a page elsewhere shows of a story: 404 if nothing of it stands. */
    Page embed(Edition edition, Coverage coverage, Embedding wish) {
        List<Copy> here = Copy.all(edition, coverage.here(), workshop.config());
        if (here.isEmpty()) {
            return Embeds.none(404, "Nothing of this story stands in this edition.");
        }
        Wording wording = workshop.wording(edition);
        Resource.Story story = new Resource.Story(edition, coverage.story());
        String count = count(here.size() + coverage.elsewhere().size(), wording);
        return new Embeds(workshop.config(), workshop.addresses()).story(story, here.getFirst(), count, wording, wish);
    }

    private List<Happening> timeline(Edition edition, List<Copy> here, Coverage coverage) {
        Map<ArticleId, Copy> now =
                here.stream().collect(Collectors.toMap(copy -> copy.entry().article(), Function.identity()));
        return coverage.entries().stream()
                .filter(entry -> entry instanceof Publication.Published || Changes.concernsReaders(entry))
                .map(entry -> Happening.of(
                        edition,
                        entry,
                        Optional.ofNullable(now.get(entry.entry().article())),
                        workshop.manner(edition)))
                .toList();
    }

    private Frame frame(Edition edition, List<Copy> here, Coverage coverage, boolean indexed) {
        Wording wording = workshop.wording(edition);
        Resource.Story self = new Resource.Story(edition, coverage.story());
        String address = workshop.addresses().absolute(self).toASCIIString();
        String title = wording.say("story") + ": " + here.getFirst().article().headline();
        List<String> items = here.stream()
                .map(copy -> workshop.addresses().absolute(copy.resource()).toASCIIString())
                .toList();
        Html data = StructuredData.list(title, address, edition.language().value(), items);
        Head head = new Head(title, "", "website", "", data, indexed, address, List.of());
        return workshop.frames().story(self, wording, head, languages(coverage.shown().stream()));
    }

    private static Set<LanguageTag> languages(Stream<Entry> entries) {
        return entries.map(Entry::edition).collect(Collectors.toUnmodifiableSet());
    }

    private List<StoryView.Version> versions(List<Copy> copies, Coverage coverage, Instant now) {
        return copies.stream().map(copy -> version(copy, coverage, now)).toList();
    }

    private StoryView.Version version(Copy copy, Coverage coverage, Instant now) {
        ArticleId article = copy.entry().article();
        Set<LanguageTag> languages = languages(
                coverage.shown().stream().filter(entry -> entry.article().equals(article)));
        List<Tongue> also = workshop.frames().tongues(copy, languages).stream()
                .filter(Tongue::here)
                .toList();
        Tongue own = also.stream().filter(Tongue::current).findFirst().orElseThrow();
        return new StoryView.Version(
                workshop.card(copy, now),
                own,
                also.stream().filter(tongue -> !tongue.current()).toList());
    }
}
