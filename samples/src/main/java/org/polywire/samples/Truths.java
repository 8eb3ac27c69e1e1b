package org.polywire.samples;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads from a manuscript what its page must be found to hold. */
final class Truths {
    private final Masthead masthead;
    private final URI home;

    Truths(Masthead masthead, URI home) {
        this.masthead = masthead;
        this.home = home;
    }

    Truth of(Manuscript manuscript) {
        Element body = Jsoup.parseBodyFragment(manuscript.body()).body();
        List<String> furniture = texts(body, "aside");
        body.select("aside").remove();
        return new Truth(
                masthead.setting("language"),
                manuscript.word("kicker"),
                manuscript.word("headline"),
                manuscript.word("standfirst"),
                manuscript.words("byline"),
                manuscript.published(),
                texts(body, "p"),
                texts(body, "h2, h3"),
                texts(body, "li"),
                texts(body, "th, td"),
                links(body, home.resolve(masthead.path(manuscript))),
                Stream.concat(lead(manuscript), pictures(body)).toList(),
                body.select("iframe").stream()
                        .map(frame -> URI.create(frame.attr("src")))
                        .toList(),
                furniture);
    }

    private static List<String> texts(Element body, String query) {
        return body.select(query).stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<Truth.Link> links(Element body, URI page) {
        return body.select("a[href]").stream()
                .map(link -> new Truth.Link(link.text(), ascii(page.resolve(link.attr("href")))))
                .toList();
    }

    private static URI ascii(URI address) {
        return URI.create(address.toASCIIString());
    }

    private Stream<Truth.Picture> lead(Manuscript manuscript) {
        return Stream.of(manuscript.word("picture"))
                .filter(name -> !name.isEmpty())
                .map(name -> new Truth.Picture(
                        address(name),
                        manuscript.word("picture-alt"),
                        manuscript.word("caption"),
                        manuscript.word("credit")));
    }

    private Stream<Truth.Picture> pictures(Element body) {
        return body.select("figure").stream()
                .map(Figures::words)
                .map(words ->
                        new Truth.Picture(address(words.picture()), words.alt(), words.caption(), words.credit()));
    }

    private URI address(String picture) {
        return home.resolve(masthead.picturePath(picture));
    }
}
