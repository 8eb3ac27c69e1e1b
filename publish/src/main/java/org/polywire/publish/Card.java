package org.polywire.publish;

import java.time.Instant;
import java.util.function.Function;
import org.polywire.model.Article;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Picture;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;

/**
 * An article as a front page shows it.
 *
 * @param label the kicker or the section; empty if the source has neither
 * @param picture the lead picture, none if empty
 * @param machine whether a machine translated it
 * @param mark what the copy is, in a few words; never blank
 */
record Card(
        String href,
        String label,
        String headline,
        String summary,
        String outlet,
        LanguageTag outletLanguage,
        boolean machine,
        String mark,
        String corrected,
        Html time,
        Html picture) {
    private static final int SUMMARY_LENGTH = 220;

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
                article.kicker().isBlank() ? article.section() : article.kicker(),
                article.headline(),
                summary(article),
                article.outlet().name(),
                copy.translation().from(),
                copy.translation().byMachine(),
                notice.mark(),
                copy.corrected() ? wording.say("mark.corrected") : "",
                Html.time(first.toString(), wording.recent(first, now)),
                article.leadFigure().map(Card::picture).orElse(Html.NONE));
    }

    boolean pictured() {
        return !picture.isEmptyContent();
    }

    private static String summary(Article article) {
        String standfirst = Inlines.text(article.standfirst()).strip();
        return standfirst.isEmpty() ? Body.beginning(article.body(), SUMMARY_LENGTH) : standfirst;
    }

    /** Beside its headline the picture says nothing new, so it has no description here. */
    private static Html picture(Figure figure) {
        return Target.ofPage(figure.picture().address())
                .map(source -> Body.image(
                        new Picture(
                                figure.picture().address(),
                                figure.picture().width(),
                                figure.picture().height(),
                                ""),
                        source,
                        true))
                .orElse(Html.NONE);
    }
}
