package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
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
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/** News of an invented port in one language, written for these runs: any number of articles of every kind of block. */
final class SiteTexts {
    /** One language for each kind of script that pages are checked in. */
    static final List<String> LANGUAGES = List.of("en", "ar", "he", "zh-Hans", "hi");

    private static final int HEADLINES = 6;
    private static final LanguageTag FROM = new LanguageTag("es");

    private final LanguageTag language;
    private final Properties words;
    private final URI picture;

    private SiteTexts(LanguageTag language, Properties words, URI picture) {
        this.language = language;
        this.words = words;
        this.picture = picture;
    }

    /** @param picture the address of the picture that articles show */
    static SiteTexts in(String language, URI picture) {
        Properties words = new Properties();
        try (InputStream file = SiteTexts.class.getResourceAsStream("site/" + language + ".properties")) {
            if (file == null) {
                throw new IllegalArgumentException("no texts in " + language);
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SiteTexts(new LanguageTag(language), words, picture);
    }

    Edition edition() {
        return new Edition(language, word("title"), Fitness.NEWS, true);
    }

    /** As if translated from Spanish; each sentence has its pair. */
    Translation translation(int number, Instant at) {
        Article article = article(number, at);
        Route route = new Route.Machine(List.of(new Leg(FROM, language, "Apertium", "3.8.3")));
        return new Translation(article, FROM, route, at, pairs(article));
    }

    /** A correction of an article, as its source might have made it. */
    Revision revision() {
        Change change = new Change(Place.STANDFIRST, word("standfirst") + " " + word("heading"), word("standfirst"));
        return new Revision(Revision.Kind.CORRECTION, List.of(change), "");
    }

    /** A word that is found. */
    String searched() {
        return word("headline.1").split("[ ，、]", 2)[0];
    }

    private static List<SentencePair> pairs(Article article) {
        List<SentencePair> pairs = new ArrayList<>();
        for (Unit unit : article.units()) {
            pairs.add(new SentencePair(unit.place(), "La frase original.", unit.text(), List.of(), List.of()));
        }
        return pairs;
    }

    private Article article(int number, Instant at) {
        int which = number % HEADLINES + 1;
        return new Article(
                address(number),
                new Outlet(word("outlet"), URI.create("https://press.example/")),
                language,
                "",
                word("headline." + which),
                Inlines.ofText(word("standfirst")),
                List.of(new Byline(word("author"), Byline.Kind.PERSON)),
                new Dates(at.atOffset(ZoneOffset.UTC), null),
                word("section." + which),
                List.of(),
                "https://creativecommons.org/licenses/by/4.0/",
                Access.FREE,
                body(number));
    }

    /** Where the original of an article stands; the same in every language. */
    static URI address(int number) {
        return URI.create("https://press.example/news/" + number);
    }

    private List<Block> body(int number) {
        List<Block> body = new ArrayList<>();
        if (number % 4 != 3) {
            body.add(new Figure(
                    new Picture(picture, 1200, 800, word("caption")), Inlines.ofText(word("caption")), "M. Ferrer"));
        }
        body.add(paragraph(1));
        body.add(new Paragraph(List.of(
                new Text(word("paragraph.2") + " "),
                new Link(URI.create("https://press.example/more"), Inlines.ofText(word("heading"))),
                new Text("."))));
        body.add(new Heading(2, Inlines.ofText(word("heading"))));
        body.add(new Quote(List.of(new Paragraph(Inlines.ofText(word("quote"))))));
        body.add(new Paragraph(List.of(
                new Strong(Inlines.ofText(word("paragraph.3"))),
                new Text(" "),
                new Emphasis(Inlines.ofText(word("paragraph.4"))))));
        body.add(new Listing(true, List.of(List.of(paragraph(1)), List.of(paragraph(4)))));
        body.add(table());
        for (int i = 0; i < 8; i++) {
            body.add(paragraph(i % 4 + 1));
        }
        return body;
    }

    private Block paragraph(int which) {
        return new Paragraph(Inlines.ofText(word("paragraph." + which)));
    }

    private Block table() {
        return new Table(
                Inlines.ofText(word("heading")),
                List.of(
                        List.of(cell(true, word("section.1")), cell(true, "2025"), cell(true, "2026")),
                        List.of(cell(true, word("section.2")), cell(false, "1,240"), cell(false, "1,305"))));
    }

    private static Cell cell(boolean header, String text) {
        return new Cell(header, Inlines.ofText(text));
    }

    private String word(String key) {
        return words.getProperty(key);
    }
}
