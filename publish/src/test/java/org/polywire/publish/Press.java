package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.SearchFeed;
import org.polywire.publish.Resource.Section;

/** A publication for the tests: editions in many scripts, and articles of every shape. */
final class Press {
    static final Instant NOW = Instant.parse("2026-11-23T21:30:00Z");
    static final SourceId SOURCE = new SourceId("el-faro-del-sur");
    static final String PICTURES = "http://127.0.0.1:8099/pictures/";

    private Press() {}

    static Edition edition(String language, String title) {
        return new Edition(new LanguageTag(language), title, Fitness.NEWS, true);
    }

    static final List<Edition> EDITIONS = List.of(
            edition("en", "The Harbour Wire"),
            edition("ca", "El Port"),
            edition("es", "El Puerto"),
            edition("pt", "O Porto"),
            edition("gl", "O Peirao"),
            edition("fr", "Le Quai"),
            edition("ar", "بريد الميناء"),
            edition("he", "דואר הנמל"),
            edition("zh", "港口通讯"),
            edition("hi", "बंदरगाह समाचार"),
            edition("de", "Hafenpost"),
            edition("it", "La Banchina"));

    static SiteConfig config() {
        return new SiteConfig(
                "The Harbour Wire",
                URI.create("https://wire.example/"),
                "Harbour Cooperative",
                "desk@wire.example",
                EDITIONS);
    }

    static Site site() {
        return new Site(config());
    }

    static Page rss(Site site, Edition edition, List<Publication> latest) {
        return site.feed(new Feed(new Front(edition), Format.RSS), latest);
    }

    static Page atom(Site site, Edition edition, List<Publication> latest) {
        return site.feed(new Feed(new Front(edition), Format.ATOM), latest);
    }

    static Page json(Site site, Edition edition, List<Publication> latest) {
        return site.feed(new Feed(new Front(edition), Format.JSON), latest);
    }

    /** A feed of every kind that there is, each with these articles. */
    static List<Page> feeds(Site site, Edition edition, List<Publication> latest, Format format) {
        SearchTerms terms = new SearchTerms("port & <mar>", SOURCE.value(), "", "", "", "", "");
        return List.of(
                site.feed(new Feed(new Front(edition), format), latest),
                site.feed(new Feed(new Section(edition, "port"), format), latest),
                site.feed(new Feed(new Origin(edition, SOURCE), format), latest),
                site.searchFeed(new SearchFeed(edition, format), terms, latest));
    }

    /** The source of all articles here, open to search engines or not. */
    static Map<SourceId, Provider> providers(boolean indexed) {
        Source source = new Source(
                SOURCE,
                "El Faro del Sur",
                URI.create("https://faro.example/"),
                URI.create("https://faro.example/feed.xml"),
                Grant.FULL);
        return Map.of(SOURCE, new Provider(source, indexed));
    }

    static Edition edition(String language) {
        return EDITIONS.stream()
                .filter(edition -> edition.language().value().equals(language))
                .findFirst()
                .orElseThrow();
    }

    static Route apertium(String from, String to) {
        return new Route.Machine(List.of(
                new Leg(new LanguageTag(from), new LanguageTag(to), "Apertium", "3.8.3 apertium-spa-cat 2.2.0")));
    }

    static Entry entry(String edition, Article article, int number) {
        Instant at = NOW.minusSeconds(1800L * number);
        return new Entry(100 - number, new LanguageTag(edition), ArticleId.of(article.address()), SOURCE, 1, at, at);
    }

    static Published original(Article article, int number) {
        Translation translation = new Translation(
                article, article.language(), new Route.Original(), NOW.minusSeconds(1800L * number), List.of());
        return new Published(entry(article.language().value(), article, number), translation);
    }

    /** An article as if a machine had put each of its units into another language. */
    static Published translated(Article source, String to, int number, Function<String, String> engine) {
        List<SentencePair> pairs = new ArrayList<>();
        Article article = source.mapUnits(new LanguageTag(to), unit -> translate(unit, engine, pairs));
        Translation translation = new Translation(
                article,
                source.language(),
                apertium(source.language().value(), to),
                NOW.minusSeconds(1800L * number),
                pairs);
        return new Published(entry(to, article, number), translation);
    }

    private static List<Inline> translate(Unit unit, Function<String, String> engine, List<SentencePair> pairs) {
        List<String> sentences = List.of(unit.text().split("(?<=[.?!]) +|(?<=。)"));
        sentences.forEach(sentence ->
                pairs.add(new SentencePair(unit.place(), sentence, engine.apply(sentence), List.of(), List.of())));
        return map(unit.content(), engine);
    }

    private static List<Inline> map(List<Inline> content, Function<String, String> engine) {
        return content.stream().map(inline -> map(inline, engine)).toList();
    }

    private static Inline map(Inline inline, Function<String, String> engine) {
        return switch (inline) {
            case Text(String value) -> new Text(engine.apply(value));
            case Emphasis(List<Inline> content) -> new Emphasis(map(content, engine));
            case Strong(List<Inline> content) -> new Strong(map(content, engine));
            case Link(URI target, List<Inline> content) -> new Link(target, map(content, engine));
            case Verbatim verbatim -> verbatim;
            case LineBreak lineBreak -> lineBreak;
            case Quoted quoted -> quoted;
        };
    }

    static Corrected corrected(Published published) {
        return revised(published, 1, new Revision(Revision.Kind.CORRECTION, List.of(), ""));
    }

    /** The same text as if it had come by a revision, so many quarters of an hour after the first. */
    static Corrected revised(Published published, int times, Revision revision) {
        Entry first = published.entry();
        Entry entry = new Entry(
                first.sequence() + times,
                first.edition(),
                first.article(),
                first.source(),
                first.version() + times,
                first.firstAt(),
                first.at().plusSeconds(900L * times));
        return new Corrected(entry, published.translation(), revision);
    }

    static Withdrawn withdrawn(Publication publication, Reason reason) {
        Entry first = publication.entry();
        Entry entry = new Entry(
                first.sequence() + 1,
                first.edition(),
                first.article(),
                first.source(),
                first.version() + 1,
                first.firstAt(),
                first.at().plusSeconds(1200));
        return new Withdrawn(entry, reason);
    }

    /** The words of an article in one language, for {@link #story}. */
    record Words(
            String language,
            String outlet,
            String kicker,
            String headline,
            String standfirst,
            String author,
            String section,
            String heading,
            String quote,
            String caption,
            List<String> paragraphs) {}

    /** Every kind of block and inline, in reading order. */
    static Article story(Words words, String slug) {
        List<String> text = words.paragraphs();
        URI link = URI.create("https://faro.example/link");
        List<Block> body = List.of(
                new Figure(
                        new Picture(URI.create(PICTURES + slug + ".png"), 1200, 800, words.caption()),
                        Inlines.ofText(words.caption()),
                        "M. Ferrer / Faro"),
                new Paragraph(List.of(
                        new Text(text.get(0) + " "),
                        new Link(link, Inlines.ofText(words.section())),
                        new Text(" — "),
                        new Verbatim("@puerto_sur"),
                        new Text("."))),
                new Paragraph(Inlines.ofText(text.get(1))),
                new Heading(2, Inlines.ofText(words.heading())),
                new Quote(List.of(new Paragraph(Inlines.ofText(words.quote())))),
                new Paragraph(List.of(
                        new Text(text.get(2) + " "),
                        new Strong(Inlines.ofText(words.kicker())),
                        new Text(", "),
                        new Emphasis(Inlines.ofText(words.section())),
                        new Text("."),
                        new LineBreak(),
                        new Text(text.get(3)))),
                new Listing(
                        false,
                        text.stream()
                                .map(item -> List.<Block>of(new Paragraph(Inlines.ofText(item))))
                                .toList()),
                table(words),
                new Divider(),
                new Embed(URI.create("https://video.example/watch/42"), "VideoBox"),
                new Paragraph(Inlines.ofText(text.get(0) + " " + text.get(3))));
        return article(words, slug, body);
    }

    private static Table table(Words words) {
        return new Table(
                Inlines.ofText(words.heading()),
                List.of(
                        List.of(cell(true, words.section()), cell(true, "2025"), cell(true, "2026")),
                        List.of(cell(true, words.kicker()), cell(false, "1.240"), cell(false, "1.305")),
                        List.of(cell(true, words.author()), cell(false, "87"))));
    }

    private static Cell cell(boolean header, String text) {
        return new Cell(header, Inlines.ofText(text));
    }

    static Article article(Words words, String slug, List<Block> body) {
        OffsetDateTime published = OffsetDateTime.parse("2026-11-23T09:15:00+01:00");
        return new Article(
                URI.create("https://faro.example/" + words.language() + "/" + slug),
                new Outlet(words.outlet(), URI.create("https://faro.example/")),
                new LanguageTag(words.language()),
                words.kicker(),
                words.headline(),
                Inlines.ofText(words.standfirst()),
                List.of(new Byline(words.author(), Byline.Kind.PERSON)),
                new Dates(published, null),
                words.section(),
                List.of(),
                "https://creativecommons.org/licenses/by/4.0/",
                Access.FREE,
                body);
    }
}
