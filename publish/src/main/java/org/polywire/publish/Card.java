package org.polywire.publish;

import java.time.Instant;
import java.util.function.Function;
import org.polywire.model.Article;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;

/**
 * An article as a front page shows it.
 *
 * @param section the path of its section's page; empty if it has none
 * @param label the kicker or the section; empty if the source has neither
 * @param picture the lead picture, to be seen at once; none if empty
 * @param lazyPicture the same, to be loaded when it comes into view
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
        Html picture,
        Html lazyPicture,
        Html story) {
    private static final int SUMMARY_LENGTH = 220;

    /** How wide the stylesheet shows the picture of a lead, and that of any other card. */
    private static final String LEAD = "(min-width: 60rem) 40rem, 100vw";

    private static final String CARD = "(min-width: 40rem) 20rem, 100vw";

    Card {
        if (mark.isBlank()) {
            throw new IllegalArgumentException("a card that does not say what it is");
        }
    }

    static Card of(Notice notice, Instant now, Function<Resource, String> href) {
        Copy copy = notice.copy();
        Article article = copy.article();
        Wording wording = notice.wording();
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
                notice.mark(),
                revised(copy, wording),
                Html.time(first.toString(), wording.recent(first, now)),
                picture(notice, false),
                picture(notice, true),
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
                picture,
                lazyPicture,
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
        return !picture.isEmptyContent();
    }

    private static String summary(Article article) {
        String standfirst = Inlines.text(article.standfirst()).strip();
        return standfirst.isEmpty() ? Body.beginning(article.body(), SUMMARY_LENGTH) : standfirst;
    }

    private static Html picture(Notice notice, boolean lazy) {
        return notice.leadImage()
                .map(image -> image.undescribed().html(lazy ? CARD : LEAD, lazy))
                .orElse(Html.NONE);
    }
}
