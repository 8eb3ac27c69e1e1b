package org.polywire.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.Outlet;
import org.polywire.model.Publication;
import org.polywire.model.Told;
import org.polywire.publish.Pages.Freshness;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/** The pages that list articles of an edition: its front page, sections and sources. */
final class ListingPages {
    private final Workshop workshop;

    ListingPages(Workshop workshop) {
        this.workshop = workshop;
    }

    Page front(Edition edition, List<Publication> latest, Map<ArticleId, Told> told, Instant now) {
        Wording wording = workshop.wording(edition);
        List<Copy> copies = Copy.all(edition, latest, workshop.config()).stream()
                .limit(Site.FRONT_PAGE_LENGTH)
                .toList();
        Directory directory = new Directory(edition, copies, workshop::path);
        Frame frame = workshop.frames()
                .front(edition, wording, directory.sections(new Resource.Front(edition)), wording.weekday(now));
        List<Card> cards = copies.stream().map(copy -> card(copy, told, now)).toList();
        FrontView view = FrontView.of(frame, cards, directory.sources());
        return workshop.page(200, wording, Freshness.LIST, true, Pages.lastChange(latest), "front", view);
    }

    /** With the way to its story, where others tell it, too. */
    private Card card(Copy copy, Map<ArticleId, Told> told, Instant now) {
        Card card = workshop.card(copy, now);
        Told story = told.get(copy.entry().article());
        return story != null && story.shared() ? card.with(StoryPages.way(copy.edition(), story, workshop)) : card;
    }

    Page section(Section section, List<Publication> latest, List<Publication> around, Instant now) {
        List<Copy> copies = Copy.all(section.edition(), latest, workshop.config());
        if (copies.isEmpty()) {
            return workshop.notFound(section.edition());
        }
        String name = Directory.sectionName(copies);
        return listing(section, new Title("section", name, Html.text(name), Html.NONE), latest, around, now);
    }

    Page origin(Origin origin, List<Publication> latest, List<Publication> around, Instant now) {
        Optional<Outlet> outlet = workshop.provider(origin.source())
                .map(provider -> provider.source().outlet())
                .or(() -> Copy.all(origin.edition(), latest, workshop.config()).stream()
                        .map(copy -> copy.article().outlet())
                        .findFirst());
        return outlet.map(found -> listing(origin, title(origin.edition(), found), latest, around, now))
                .orElseGet(() -> workshop.notFound(origin.edition()));
    }

    /** What stands over a list: what kind of list it is, its name, and a way out to what it is a list of. */
    private record Title(String kind, String plain, Html heading, Html home) {}

    private Title title(Edition edition, Outlet outlet) {
        Slot slot = new Slot(outlet.name(), Html.foreign(outlet.name()));
        Html home = workshop.wording(edition)
                .sentence("headline.visit", Map.of("outlet", slot))
                .html();
        return new Title("source", outlet.name(), slot.html(), Html.leaving(outlet.home(), home));
    }

    private Page listing(Listing self, Title title, List<Publication> latest, List<Publication> around, Instant now) {
        Wording wording = workshop.wording(self.edition());
        List<Copy> copies = Copy.all(self.edition(), latest, workshop.config()).stream()
                .limit(Site.LISTING_LENGTH)
                .toList();
        boolean indexed = workshop.indexed(copies);
        Directory directory =
                new Directory(self.edition(), Copy.all(self.edition(), around, workshop.config()), workshop::path);
        Frame frame = workshop.frames().listing(self, wording, title.plain(), indexed, directory.sections(self));
        ListingView view = new ListingView(
                frame, wording.say(title.kind()), title.heading(), title.home(), workshop.cards(copies, now));
        return workshop.page(200, wording, Freshness.LIST, indexed, Pages.lastChange(latest), "listing", view);
    }
}
