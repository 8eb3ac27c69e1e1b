package org.polywire.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.model.Article;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Image.Place;

/**
 * An article as a front page shows it.
 *
 * @param section the path of its section's page; empty if it has none
 * @param label the kicker or the section; empty if the source has neither
 * @param image the lead picture
 * @param machine whether a machine translated it
 * @param mark what the copy is, in a few words; never blank
 * @param corrected that it was corrected or updated; empty if it was not
 * @param story the way to what others tell of the same; none if it is told alone
 */
record Card(
        String href,
        String section,
        String label,
        String headline,
        String summary,
        String outlet,
        LanguageTag outletLanguage,
        boolean machine,
        String mark,
        String corrected,
        Html time,
        Optional<Image> image,
        Html story) {
    private static final int SUMMARY_LENGTH = 220;

    Card {
        if (mark.isBlank()) {
            throw new IllegalArgumentException("a card that does not say what it is");
        }
    }

    static Card of(Copy copy, Wording wording, Instant now, Function<Resource, String> href) {
        Article article = copy.article();
        Instant first = copy.entry().firstAt();
        return new Card(
                href.apply(copy.resource()),
                section(copy, href),
                article.kicker().isBlank() ? article.section() : article.kicker(),
                article.headline(),
                summary(article),
                article.outlet().name(),
                copy.translation().from(),
                copy.translation().byMachine(),
                Notice.mark(copy, wording),
                revised(copy, wording),
                Html.time(first.toString(), wording.recent(first, now)),
                copy.picture(href).map(Image::undescribed),
                Html.NONE);
    }

    /** The same card with the way to its story. */
    Card with(Html way) {
        return new Card(
                href,
                section,
                label,
                headline,
                summary,
                outlet,
                outletLanguage,
                machine,
                mark,
                corrected,
                time,
                image,
                way);
    }

    private static String revised(Copy copy, Wording wording) {
        if (!copy.revised()) {
            return "";
        }
        return wording.say(copy.updated() ? "mark.updated" : "mark.corrected");
    }

    private static String section(Copy copy, Function<Resource, String> href) {
        Resource.Section section = Directory.section(copy);
        return section.slug().isEmpty() ? "" : href.apply(section);
    }

    boolean pictured() {
        return image.isPresent();
    }

    private static String summary(Article article) {
        String standfirst = Inlines.text(article.standfirst()).strip();
        return standfirst.isEmpty() ? Body.beginning(article.body(), SUMMARY_LENGTH) : standfirst;
    }

    /** The picture as it leads a front page; none if there is none. */
    Html leading() {
        return picture(Place.LEAD);
    }

    /** The same as it stands below on a front page. */
    Html small() {
        return picture(Place.CARD);
    }

    /** The same as it stands in a list. */
    Html thumbnail() {
        return picture(Place.THUMBNAIL);
    }

    private Html picture(Place place) {
        return image.map(one -> one.html(place)).orElse(Html.NONE);
    }
}
