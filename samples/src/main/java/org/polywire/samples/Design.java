package org.polywire.samples;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The look of one paper: its page, and how it sets each kind of block. The files are {@code designs/ID/article.html},
 * {@code blocks.html} (parts begin with a line {@code == kind}) and {@code style.css}. Safe to share between threads.
 */
final class Design {
    /** Paragraphs that a closed article shows. */
    private static final int SHOWN = 2;

    private static final Pattern PART = Pattern.compile("(?m)^== ");

    private final Masthead masthead;
    private final URI home;
    private final Template page;
    private final Template front = new Template(Resources.text("designs/front.html"));
    private final Map<String, Template> blocks;
    private final String style;

    Design(Masthead masthead, URI home) {
        this.masthead = masthead;
        this.home = home;
        String folder = "designs/" + masthead.id() + "/";
        page = new Template(Resources.text(folder + "article.html"));
        blocks = parts(Resources.text(folder + "blocks.html"));
        style = Resources.text(folder + "style.css");
    }

    private static Map<String, Template> parts(String text) {
        return Stream.of(PART.split(text))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("\n", 2))
                .collect(Collectors.toMap(part -> part[0].strip(), part -> new Template(part[1].strip())));
    }

    String style() {
        return style;
    }

    /** The page of an article. */
    String article(Version version) {
        Values values = values(version);
        String html = page.fill(values.with("body", body(version.manuscript())));
        return version.manuscript().broken() ? Breakage.of(html) : html;
    }

    /** The front page, with these articles. */
    String front(List<Version> versions) {
        return front.fill(
                house().with("articles", versions.stream().map(this::values).toList()));
    }

    /** What every page of the paper needs. */
    Values house() {
        Map<String, String> words = new HashMap<>();
        for (String key : List.of("name", "language", "tagline", "nav", "feed-kind", "declared")) {
            words.put(key.replace("feed-kind", "kind"), masthead.setting(key));
        }
        words.put("direction", masthead.setting("language").equals("ar") ? "rtl" : "ltr");
        words.put("home", home.toString());
        words.put("feed", home.resolve(masthead.setting("feed")).toString());
        words.put("style", style);
        words.put("charset", masthead.charset().name());
        return Values.NONE.with(words).with("nav", navigation());
    }

    private List<Values> navigation() {
        return Stream.of(masthead.setting("nav").split(","))
                .map(String::strip)
                .map(word -> Values.NONE.with(Map.of("entry", word)))
                .toList();
    }

    /** What a page or a feed says about an article. */
    Values values(Version version) {
        Manuscript manuscript = version.manuscript();
        Map<String, String> words = new HashMap<>(manuscript.head());
        String picture = manuscript.word("picture");
        words.put("picture", picture.isEmpty() ? "" : picture(picture));
        words.put("alt", manuscript.word("picture-alt"));
        words.put("path", masthead.path(manuscript));
        words.put("address", home.resolve(masthead.path(manuscript)).toString());
        words.put("author", String.join(", ", manuscript.words("byline")));
        words.put("published", manuscript.published().toString());
        words.put("modified", version.modified().toString());
        words.put("when", masthead.dateWords(manuscript.published()));
        words.put("changed", version.number() == 1 ? "" : masthead.dateWords(version.modified()));
        words.put("paywall", manuscript.special() == Special.PAYWALL ? "yes" : "");
        words.put("reserved", manuscript.special() == Special.RESERVED ? "yes" : "");
        words.put("derivable", manuscript.special() == Special.NO_DERIVATIVES ? "" : "yes");
        words.put("translatable", manuscript.special() == Special.NO_TRANSLATION ? "" : "yes");
        return house().with(words)
                .with("authors", rows("author", manuscript.words("byline")))
                .with("keywords", rows("keyword", manuscript.words("tags")));
    }

    /** A row for each word; {@code comma} separates them where a template has it. */
    private static List<Values> rows(String name, List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> Values.NONE.with(name, words.get(i)).with("comma", i < words.size() - 1 ? "," : ""))
                .toList();
    }

    private String picture(String name) {
        return home.resolve(masthead.picturePath(name)).toString();
    }

    private String body(Manuscript manuscript) {
        Document document = Jsoup.parseBodyFragment(manuscript.body());
        document.outputSettings().prettyPrint(false);
        long shown = manuscript.special() == Special.PAYWALL ? SHOWN : Long.MAX_VALUE;
        return document.body().children().stream().limit(shown).map(this::block).collect(Collectors.joining("\n"));
    }

    private String block(Element element) {
        String kind = element.hasAttr("data-box") ? element.attr("data-box") : element.normalName();
        Template template = blocks.get(kind);
        if (template == null) {
            return element.outerHtml();
        }
        return template.fill(kind.equals("figure") ? figure(element) : inside(element));
    }

    private static Values inside(Element element) {
        return Values.NONE.with(
                Map.of("inner", element.html(), "src", element.attr("src"), "title", element.attr("title")));
    }

    private Values figure(Element figure) {
        Figures.Words words = Figures.words(figure);
        return Values.NONE.with(Map.of(
                "picture", picture(words.picture()),
                "alt", words.alt(),
                "caption", words.caption(),
                "credit", words.credit()));
    }
}
