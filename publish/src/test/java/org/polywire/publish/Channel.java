package org.polywire.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polywire.publish.Embedding.Form;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.SearchFeed;

/**
 * Every way in which what a source wrote leaves the publication: the web server, the hub, the export and the connectors only carry
 * what these make. {@link ChannelTest} fails where one is missing.
 */
enum Channel {
    FRONT(
            "Site.frontPage",
            Carries.NAME,
            scene -> pages(scene.site().frontPage(scene.edition(), scene.both(), scene.told(), Press.NOW))),
    SECTION(
            "Site.section",
            Carries.NAME,
            scene -> pages(scene.site().section(scene.section(), scene.both(), scene.both(), Press.NOW))),
    ORIGIN(
            "Site.origin",
            Carries.NAME,
            scene -> pages(scene.site()
                    .origin(new Origin(scene.edition(), Press.SOURCE), scene.both(), scene.both(), Press.NOW))),
    ARTICLE(
            "Site.article",
            Carries.TEXT,
            scene -> pages(
                    scene.site().article(scene.published(), Set.of()),
                    scene.site().article(scene.corrected(), scene.background()))),
    COMPARISON("Site.comparison", Carries.TEXT, scene -> pages(scene.site().comparison(scene.published()))),
    STORY("Site.story", Carries.NAME, scene -> pages(scene.site().story(scene.edition(), scene.coverage(), Press.NOW))),
    CORRECTIONS(
            "Site.corrections",
            Carries.NAME,
            scene -> pages(scene.site().corrections(scene.edition(), List.of(scene.corrected())))),
    SEARCH(
            "Site.search",
            Carries.NAME,
            scene -> pages(
                    scene.site().search(scene.edition(), scene.terms(), scene.hits(), scene.filters(), Press.NOW))),
    FEED(
            "Site.feed",
            Carries.TEXT,
            scene -> scene.listings()
                    .flatMap(listing -> Arrays.stream(Format.values()).map(format -> new Feed(listing, format)))
                    .map(feed -> Output.of(scene.site().feed(feed, scene.both())))
                    .toList()),
    SEARCH_FEED(
            "Site.searchFeed",
            Carries.TEXT,
            scene -> Arrays.stream(Format.values())
                    .map(format -> new SearchFeed(scene.edition(), format))
                    .map(feed -> Output.of(scene.site().searchFeed(feed, scene.terms(), scene.both())))
                    .toList()),
    EMBED(
            "Site.embed",
            Carries.NAME,
            scene -> Arrays.stream(Form.values())
                    .map(form -> new Embedding(form, Embedding.WIDEST, Embedding.HIGHEST))
                    .flatMap(wish -> Stream.of(
                            scene.site().embed(scene.published(), wish),
                            scene.site().embed(scene.edition(), scene.coverage(), wish)))
                    .map(Output::of)
                    .toList()),
    /** Google's format has no place for more than a headline; what it leads to says what it is. */
    NEWS_SITEMAP(
            "Site.newsSitemap",
            Carries.WORDS,
            scene -> pages(scene.site().newsSitemap(scene.edition(), scene.both(), Press.NOW))),
    API_ARTICLES("Api.articles", Carries.NAME, scene -> pages(scene.api().articles(scene.edition(), scene.both(), ""))),
    API_STORIES(
            "Api.stories",
            Carries.NAME,
            scene -> pages(scene.api().stories(scene.edition(), scene.both(), scene.told(), ""))),
    API_STORY("Api.story", Carries.NAME, scene -> pages(scene.api().story(scene.story(), scene.both(), scene.both()))),
    API_ARTICLE("Api.article", Carries.TEXT, scene -> pages(scene.api().article(scene.corrected()))),
    API_EVERYWHERE("Api.everywhere", Carries.TEXT, scene -> pages(scene.api().everywhere(scene.both()))),
    NINJS("Api.ninjs", Carries.TEXT, scene -> pages(scene.api().ninjs(scene.published()))),
    NEWSML("Api.newsml", Carries.TEXT, scene -> pages(scene.api().newsml(scene.published()))),
    API_LOG("Api.log", Carries.TEXT, scene -> pages(scene.api().log(scene.both(), 1, true))),
    API_SEARCH("Api.search", Carries.NAME, scene -> pages(scene.api().search(scene.found()))),
    SUGGESTIONS(
            "Api.suggestions",
            Carries.WORDS,
            scene -> pages(scene.api()
                    .suggestions(
                            scene.words(),
                            List.of(scene.published().translation().article().headline())))),
    WEBHOOK(
            "Api.event",
            Carries.TEXT,
            scene -> List.of(new Output(Output.Form.JSON, scene.api().event(scene.corrected())))),
    PARCEL(
            "Parcels.pack",
            Carries.TEXT,
            scene -> Arrays.stream(Pictures.values())
                    .map(pictures ->
                            scene.parcels().pack(scene.published(), pictures).orElseThrow())
                    .map(parcel -> new Output(Output.Form.HTML, posted(parcel)))
                    .toList());

    /** How much of an article goes a way, and so what must be said there. */
    enum Carries {
        /** The whole text: the notice goes before its first word, and the machine mark beside it. */
        TEXT,
        /** Its headline, a summary or a piece of it: the short mark stands there, too. */
        NAME,
        /** Words that only lead to what says what it is. */
        WORDS
    }

    private final String way;
    private final Carries carries;
    private final Function<Scene, List<Output>> outputs;

    Channel(String way, Carries carries, Function<Scene, List<Output>> outputs) {
        this.way = way;
        this.carries = carries;
        this.outputs = outputs;
    }

    /** The front door and its method. */
    String way() {
        return way;
    }

    Carries carries() {
        return carries;
    }

    /** All that goes this way of a scene, once in every format. */
    List<Output> outputs(Scene scene) {
        return outputs.apply(scene);
    }

    private static List<Output> pages(Page... pages) {
        return Arrays.stream(pages).map(Output::of).toList();
    }

    /** What a content management system makes of a parcel: it puts each part, as it is, into a page of its own. */
    private static String posted(Parcel parcel) {
        Parcel.Photo photo = parcel.picture();
        return "<h1>" + parcel.title() + "</h1><p>" + parcel.excerpt() + "</p>" + parcel.html()
                + (photo == null ? "" : "<figcaption>" + photo.caption() + "</figcaption>");
    }
}
