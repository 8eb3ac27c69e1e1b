package org.polywire.publish;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;

/**
 * An article's page.
 *
 * @param text the notice and the body
 * @param byline who made it, in a sentence; none if empty
 * @param dates when the source published it, when it came into the edition, when it was corrected
 * @param engines the name and version of each engine; empty for an original
 */
record ArticleView(
        Frame frame,
        String label,
        String headline,
        Html standfirst,
        Html outlet,
        Html byline,
        List<Html> dates,
        Html text,
        List<Html> engines,
        Html licence) {

    static ArticleView of(Frame frame, Notice notice) {
        Copy copy = notice.copy();
        Article article = copy.article();
        Wording wording = notice.wording();
        return new ArticleView(
                frame,
                article.kicker().isBlank() ? article.section() : article.kicker(),
                article.headline(),
                Body.inline(article.standfirst(), wording),
                Html.foreign(article.outlet().name(), copy.translation().from()),
                byline(article, wording),
                dates(copy, wording),
                Body.under(notice),
                engines(copy),
                licence(article, wording));
    }

    /** Whether other editions carry it too. */
    boolean elsewhere() {
        return frame.tongues().stream().anyMatch(tongue -> tongue.here() && !tongue.current());
    }

    private static Html byline(Article article, Wording wording) {
        if (article.bylines().isEmpty()) {
            return Html.NONE;
        }
        List<String> names = article.bylines().stream().map(Byline::name).toList();
        Html marked =
                Html.join(" · ", names.stream().map(name -> Html.foreign(name)).toList());
        return wording.sentence("by", Map.of("names", new Slot(wording.list(names), marked)))
                .html();
    }

    private static List<Html> dates(Copy copy, Wording wording) {
        OffsetDateTime here = copy.entry().firstAt().atOffset(ZoneOffset.UTC);
        OffsetDateTime changed = copy.entry().at().atOffset(ZoneOffset.UTC);
        return Stream.of(
                        date("date.source", copy.article().dates().published(), wording),
                        date("date.here", here, wording),
                        date("date.corrected", copy.corrected() ? changed : null, wording))
                .filter(date -> !date.isEmptyContent())
                .toList();
    }

    private static Html date(String key, @Nullable OffsetDateTime time, Wording wording) {
        if (time == null) {
            return Html.NONE;
        }
        String words = wording.moment(time);
        Slot slot = new Slot(words, Html.time(time.toInstant().toString(), words));
        return wording.sentence(key, Map.of("date", slot)).html();
    }

    private static List<Html> engines(Copy copy) {
        return switch (copy.translation().route()) {
            case Original() -> List.of();
            case Machine(List<Leg> legs) ->
                legs.stream()
                        .map(leg -> Html.foreign((leg.engine() + " " + leg.version()).strip()))
                        .toList();
        };
    }

    private static Html licence(Article article, Wording wording) {
        return Target.ofPage(article.licence())
                .map(licence -> Html.leaving(URI.create(licence), Html.text(wording.say("licence"))))
                .orElse(Html.NONE);
    }
}
