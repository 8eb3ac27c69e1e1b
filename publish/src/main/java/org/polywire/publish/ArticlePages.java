package org.polywire.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.publish.Frame.Head;
import org.polywire.publish.Pages.Freshness;

/** The pages of one article: its text, the comparison with its original, its tombstone. */
final class ArticlePages {
    private final Workshop workshop;

    ArticlePages(Workshop workshop) {
        this.workshop = workshop;
    }

    Page article(Publication publication, Background background) {
        Edition edition = workshop.edition(publication);
        return Copy.of(edition, publication, workshop.config())
                .map(copy -> article(copy, background))
                .orElseGet(() -> tombstone(publication));
    }

    private Page article(Copy copy, Background background) {
        Notice notice = workshop.notice(copy);
        Changes changes = Changes.of(copy.edition(), background.entries(), notice.wording());
        Head head = new Head(
                copy.article().headline(),
                Inlines.text(copy.article().standfirst()).strip(),
                "",
                copy.picture(resource -> workshop.addresses().absolute(resource).toASCIIString())
                        .map(Image::source)
                        .orElse(""),
                StructuredData.of(notice, changes, workshop.config(), workshop.addresses()),
                workshop.indexed(copy.entry().source()),
                workshop.addresses().absolute(copy.resource()).toASCIIString(),
                List.of());
        Frame frame = workshop.frames().article(copy, notice.wording(), head, background.alsoIn());
        return text(
                copy, head, "article", ArticleView.of(frame, notice, changes, story(copy, background), workshop::path));
    }

    /** Where else the same is told. */
    private ArticleView.Story story(Copy copy, Background background) {
        List<Copy> others = Copy.all(copy.edition(), background.others(), workshop.config());
        List<Card> cards = workshop.cards(others, copy.entry().at());
        return new ArticleView.Story(
                background.story().shared() ? StoryPages.way(copy.edition(), background.story(), workshop) : Html.NONE,
                cards);
    }

    Page comparison(Publication publication) {
        Edition edition = workshop.edition(publication);
        Optional<Copy> copy = Copy.of(edition, publication, workshop.config());
        if (copy.isEmpty()) {
            return tombstone(publication);
        }
        return copy.filter(Copy::comparable).map(this::comparison).orElseGet(() -> workshop.notFound(edition));
    }

    private Page comparison(Copy copy) {
        Notice notice = workshop.notice(copy);
        String title =
                notice.wording().say("compare.title") + ": " + copy.article().headline();
        String address = workshop.addresses().absolute(copy.comparison()).toASCIIString();
        Head head = new Head(title, "", "", "", Html.NONE, false, address, List.of());
        Frame frame = workshop.frames().article(copy, notice.wording(), head, Set.of());
        return text(copy, head, "comparison", ComparisonView.of(frame, notice, workshop::path));
    }

    private Page tombstone(Publication publication) {
        if (publication instanceof Withdrawn withdrawn) {
            return withdrawn(
                    withdrawn,
                    new Resource.Text(
                            workshop.edition(publication), publication.entry().article()));
        }
        throw new IllegalStateException("neither standing nor withdrawn: " + publication.entry());
    }

    /** What remains at an address where something stood that was taken down. */
    Page withdrawn(Withdrawn publication, Resource self) {
        Edition edition = workshop.edition(publication);
        Wording wording = workshop.wording(edition);
        Instant at = publication.entry().at();
        String key = publication.reason() == Reason.SOURCE_WITHDREW ? "withdrawn.source" : "withdrawn.other";
        return workshop.message(
                410,
                edition,
                self,
                wording.say("withdrawn.title"),
                wording.say(key, Map.of("date", wording.day(at.atOffset(ZoneOffset.UTC)))),
                Optional.of(at));
    }

    private Page text(Copy copy, Head head, String template, Object view) {
        return workshop.page(
                200,
                workshop.wording(copy.edition()),
                Freshness.TEXT,
                head.indexed(),
                Optional.of(copy.entry().at()),
                template,
                view);
    }
}
