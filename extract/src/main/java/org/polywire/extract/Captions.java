package org.polywire.extract;

import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Reads the words of a picture, and parts what it shows from who made it. */
final class Captions {
    private static final Evaluator IMAGE = new Evaluator.Tag("img");
    private static final Evaluator PARTS = QueryParser.parse("span, small, cite, div");
    private static final int LONGEST = 600;

    private final URI base;
    private final Credits credits;
    private final Counters counters;
    private final Evaluator credited;
    private final CaptionFinder finder;
    private final Map<Element, Words> known = new IdentityHashMap<>();

    Captions(Phrases phrases, URI base, Signs signs) {
        this.base = base;
        credits = new Credits(phrases);
        counters = new Counters(phrases);
        credited = new Named(signs, Sign.CREDIT, "copyrightholder", "author");
        finder = new CaptionFinder(credits, counters, signs, credited);
    }

    record Words(List<Inline> caption, String credit) {}

    /** The words of a picture. The page is not changed between two calls, so what was found once is kept. */
    Words of(Element figure) {
        Words words = known.get(figure);
        if (words == null) {
            words = read(figure);
            known.put(figure, words);
        }
        return words;
    }

    /** What a text says that the page's data have for a picture. */
    Words ofText(String caption) {
        return credits.split(caption, Inlines.ofText(caption));
    }

    /** A credit without its label, brackets and marks of rights. */
    String credit(String text) {
        return credits.bare(text);
    }

    private Words read(Element figure) {
        Optional<Element> caption = finder.caption(figure);
        if (caption.isEmpty()) {
            Words attributes = ofAttributes(figure);
            if (!attributes.caption().isEmpty()) {
                return attributes;
            }
        }
        Optional<Element> credit = finder.credit(figure, caption);
        if (caption.isEmpty()) {
            return new Words(List.of(), credit.map(this::credit).orElse(""));
        }
        List<Inline> whole =
                InlineReader.read(base, cleared(caption.get(), credit).childNodes());
        List<Inline> inlines = counters.without(whole, true);
        return credit.map(element -> new Words(inlines, credit(element)))
                .filter(words -> !words.credit().isEmpty())
                .orElseGet(() -> credits.split(Inlines.text(inlines), inlines));
    }

    private String credit(Element element) {
        return credits.bare(Texts.line(element));
    }

    /** A caption without counters and without its credit: a copy, if there is anything to take out. */
    private Element cleared(Element caption, Optional<Element> credit) {
        boolean counted = counters.areIn(caption);
        if (credit.isEmpty() && !counted) {
            return caption;
        }
        Element copy = caption.clone();
        if (counted) {
            counters.removeFrom(copy);
        }
        if (credit.isPresent()) {
            String words = Texts.of(credit.get());
            copy.select(credited).remove();
            copy.select(PARTS).stream()
                    .filter(element -> Texts.of(element).equals(words))
                    .forEach(Element::remove);
        }
        return copy;
    }

    /** What an image says in attributes of its own, as galleries have them. */
    private Words ofAttributes(Element figure) {
        Element image = figure.tagName().equals("img") ? figure : figure.selectFirst(IMAGE);
        if (image == null) {
            return new Words(List.of(), "");
        }
        String caption = attribute(image, "data-caption", "data-image-caption");
        String credit = attribute(image, "data-credit", "data-copyright", "data-source");
        return credit.isEmpty() ? ofText(caption) : new Words(Inlines.ofText(caption), credits.bare(credit));
    }

    private static String attribute(Element image, String... names) {
        return Stream.of(names)
                .map(name -> Markup.attribute(image, name))
                .filter(value -> !value.isBlank())
                .map(value -> Texts.line(Jsoup.parseBodyFragment(value).text()))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .filter(text -> text.indexOf('{') < 0 && !text.contains("://"))
                .findFirst()
                .orElse("");
    }
}
