package org.polywire.publish;

import java.time.YearMonth;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;

/** Something that the site serves at an address of its own; see {@link Addresses}. */
public sealed interface Resource {
    /** The chooser of editions. */
    record Home() implements Resource {}

    /** A page that lists articles of an edition, the newest first, and can be followed as a feed. */
    sealed interface Listing extends Resource {
        Edition edition();
    }

    record Front(Edition edition) implements Listing {}

    /** The articles of a section; {@code slug} is its name as addresses have it, see {@link #section}. */
    record Section(Edition edition, String slug) implements Listing {}

    /** The articles of a source. */
    record Origin(Edition edition, SourceId source) implements Listing {}

    /** An article, or the tombstone where one stood. */
    record Text(Edition edition, ArticleId article) implements Resource {}

    /** An article beside its original, sentence by sentence. */
    record Comparison(Edition edition, ArticleId article) implements Resource {}

    /** What an edition shows of a story, and what it said of it when; the name may be that of any article of the story. */
    record Story(Edition edition, StoryId story) implements Resource {}

    /** A picture of an article in one of the {@link Darkroom#WIDTHS}; {@code picture} is its name within the article. */
    record Rendition(Edition edition, ArticleId article, String picture, int width) implements Resource {}

    record About(Edition edition) implements Resource {}

    /** What was corrected or withdrawn of late. */
    record Corrections(Edition edition) implements Resource {}

    /** A listing for feed readers. */
    record Feed(Listing listing, Format format) implements Resource {}

    /** Where readers search an edition; what they look for is the request's query. */
    record Search(Edition edition) implements Resource {}

    /** What a search of an edition finds, for feed readers; what they look for is the request's query. */
    record SearchFeed(Edition edition, Format format) implements Resource {}

    /** What pages elsewhere show of an article or a story; of which is said in the request's query (oEmbed 1.0). */
    record Embed() implements Resource {}

    /** The list of all sitemaps. */
    record SitemapIndex() implements Resource {}

    /** The articles that search engines may list, by the month (UTC) in which they appeared in the edition. */
    record Sitemap(Edition edition, YearMonth month) implements Resource {}

    /** Those of the last two days, in Google's form for news. */
    record NewsSitemap(Edition edition) implements Resource {}

    record Favicon() implements Resource {}

    record Robots() implements Resource {}

    /** A format of feeds. */
    enum Format {
        RSS("RSS", "rss.xml", "application/rss+xml"),
        ATOM("Atom", "atom.xml", "application/atom+xml"),
        JSON("JSON Feed", "feed.json", "application/feed+json");

        private final String title;
        private final String file;
        private final String type;

        Format(String title, String file, String type) {
            this.title = title;
            this.file = file;
            this.type = type;
        }

        /** As it is called in every language. */
        String title() {
            return title;
        }

        /** The last part of its address. */
        String file() {
            return file;
        }

        /** The media type without parameters. */
        String type() {
            return type;
        }
    }

    /** The section that an article with this section name stands in; the slug is empty if the name has no letter. */
    static Section section(Edition edition, String name) {
        return new Section(edition, Slug.of(name));
    }
}
