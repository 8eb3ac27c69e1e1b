package org.polywire.publish;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Byline;

/**
 * An article's page.
 *
 * @param text the notice and the body
 * @param byline who made it, in a sentence; none if empty
 * @param dates when the source published it, when it came into the edition, when it was last corrected or updated
 * @param changes all that was
 * @param story where the same is told
 * @param making how the text came about
 */
record ArticleView(
        Frame frame,
        Html label,
        String headline,
        Html standfirst,
        Html outlet,
        Html byline,
        List<Html> dates,
        Html text,
        Making making,
        Html licence,
        Changes changes,
        Story story) {
    private static final Pattern COMMONS =
            Pattern.compile("creativecommons\\.org/licenses/([a-z-]{2,12})/([0-9.]{1,5})");

    /**
     * What else there is on the story.
     *
     * @param way to its page; none if nobody else tells it
     * @param cards the others that tell it in this edition
     */
    record Story(Html way, List<Card> cards) {}

    static ArticleView of(Frame frame, Notice notice, Changes changes, Story story, Function<Resource, String> href) {
        Copy copy = notice.copy();
        Article article = copy.article();
        Wording wording = notice.wording();
        return new ArticleView(
                frame,
                label(copy, href),
                article.headline(),
                Body.inline(article.standfirst(), wording),
                Html.link(
                        href.apply(
                                new Resource.Origin(copy.edition(), copy.entry().source())),
                        Html.foreign(article.outlet().name(), copy.translation().from())),
                byline(article, wording),
                dates(copy, changes, wording),
                Body.under(notice),
                Making.of(copy.translation(), wording),
                licence(article),
                changes,
                story);
    }

    /** Whether other editions carry it too. */
    boolean elsewhere() {
        return frame.tongues().stream().anyMatch(tongue -> tongue.here() && !tongue.current());
    }

    /** The way to the section, by its name or the line over the headline. */
    private static Html label(Copy copy, Function<Resource, String> href) {
        Article article = copy.article();
        Html words = Html.text(article.kicker().isBlank() ? article.section() : article.kicker());
        Resource.Section section = Directory.section(copy);
        return section.slug().isEmpty() || words.isEmptyContent() ? words : Html.link(href.apply(section), words);
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

    private static List<Html> dates(Copy copy, Changes changes, Wording wording) {
        OffsetDateTime here = copy.entry().firstAt().atOffset(ZoneOffset.UTC);
        Html changed = changes.none()
                ? Html.NONE
                : Html.link("#changes", changes.steps().getFirst().said().html());
        return Stream.of(
                        date("date.source", copy.article().dates().published(), wording),
                        date("date.here", here, wording),
                        changed)
                .filter(date -> !date.isEmptyContent())
                .toList();
    }

    private static Html date(String key, @Nullable OffsetDateTime time, Wording wording) {
        if (time == null) {
            return Html.NONE;
        }
        String words = wording.moment(time);
        Slot slot = new Slot(
                words,
                Html.time(time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString(), words));
        return wording.sentence(key, Map.of("date", slot)).html();
    }

    private static Html licence(Article article) {
        return Target.ofPage(article.licence())
                .map(URI::create)
                .map(licence -> Html.leaving(licence, Html.foreign(licenceName(licence))))
                .orElse(Html.NONE);
    }

    /** Such as CC BY-SA 4.0; of licences that are not Creative Commons', where they can be read. */
    private static String licenceName(URI licence) {
        Matcher commons = COMMONS.matcher(licence.toString());
        return commons.find()
                ? "CC " + commons.group(1).toUpperCase(Locale.ROOT) + " " + commons.group(2)
                : licence.getRawAuthority();
    }
}
