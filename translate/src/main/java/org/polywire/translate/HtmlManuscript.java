package org.polywire.translate;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;

/**
 * A manuscript in HTML. Its runs are the longest sequences of phrasing content between blocks, and the attributes that readers see or hear.
 *
 * @param source is read anew for each writing, so that nothing is shared
 */
record HtmlManuscript(String source, List<List<Inline>> runs) implements Manuscript {
    /** Deeper elements are flattened. */
    private static final int MOST_DEPTH = 256;

    private static final List<String> READ_ATTRIBUTES = List.of("alt", "title", "placeholder", "aria-label");

    /** A text in the document that is translated as one. */
    private sealed interface Place {
        List<Inline> content();

        void put(List<Inline> translation);

        record Words(HtmlRun run) implements Place {
            @Override
            public List<Inline> content() {
                return run.content();
            }

            @Override
            public void put(List<Inline> translation) {
                run.replace(translation);
            }
        }

        record Value(Attribute attribute) implements Place {
            @Override
            public List<Inline> content() {
                return Inlines.ofText(attribute.getValue());
            }

            @Override
            public void put(List<Inline> translation) {
                attribute.setValue(Inlines.text(translation));
            }
        }
    }

    HtmlManuscript {
        runs = List.copyOf(runs);
    }

    static HtmlManuscript of(String html) {
        return new HtmlManuscript(
                html, places(parsed(html)).stream().map(Place::content).toList());
    }

    /** Whether it is a document of its own, and not a part of one. */
    private static boolean isPage(String html) {
        String start = html.stripLeading();
        String head = start.substring(0, Math.min(start.length(), 9)).toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype") || head.startsWith("<html");
    }

    private static Document parsed(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(MOST_DEPTH);
        Document document = isPage(html) ? parser.parseInput(html, "") : fragment(parser, html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static Document fragment(Parser parser, String html) {
        Document shell = Document.createShell("");
        parser.parseFragmentInput(html, shell.body(), "").forEach(shell.body()::appendChild);
        return shell;
    }

    @Override
    public String write(List<List<Inline>> translations, LanguageTag language) {
        Document document = parsed(source);
        List<Place> places = places(document);
        if (translations.size() != places.size()) {
            throw new IllegalArgumentException(translations.size() + " translations of " + places.size() + " runs");
        }
        // Attributes come first among the places: words are put into copies of their elements.
        for (int i = 0; i < places.size(); i++) {
            places.get(i).put(translations.get(i));
        }
        return isPage(source) ? page(document, language) : document.body().html();
    }

    private static String page(Document document, LanguageTag language) {
        Element root = document.firstElementChild();
        if (root != null) {
            root.attr("lang", language.value());
            if (root.hasAttr("dir") || ULocale.forLanguageTag(language.value()).isRightToLeft()) {
                root.attr("dir", ULocale.forLanguageTag(language.value()).isRightToLeft() ? "rtl" : "ltr");
            }
        }
        return document.outerHtml();
    }

    private static List<Place> places(Document document) {
        List<Place> places = new ArrayList<>(document.select("*").stream()
                .filter(element -> element.closest("[translate=no], .notranslate") == null)
                .flatMap(HtmlManuscript::attributes)
                .toList());
        addRuns(document, places);
        return places;
    }

    private static Stream<Place> attributes(Element element) {
        return READ_ATTRIBUTES.stream()
                .map(element.attributes()::attribute)
                .filter(attribute -> attribute != null && !attribute.getValue().isBlank())
                .map(Place.Value::new);
    }

    /** Goes through the blocks; what is between them are runs. */
    private static void addRuns(Element block, List<Place> places) {
        List<Node> open = new ArrayList<>();
        for (Node child : List.copyOf(block.childNodes())) {
            if (HtmlRun.isPhrasing(child)) {
                open.add(child);
            } else {
                HtmlRun.of(open).map(Place.Words::new).ifPresent(places::add);
                open.clear();
                if (child instanceof Element element && !HtmlRun.isKept(element)) {
                    addRuns(element, places);
                }
            }
        }
        HtmlRun.of(open).map(Place.Words::new).ifPresent(places::add);
    }
}
