package org.polywire.extract;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Finds where a page has the words of a picture: the element of its caption, and that of its credit. */
final class CaptionFinder {
    private static final Evaluator FIGCAPTION = new Evaluator.Tag("figcaption");
    private static final Evaluator FIGURE = new Evaluator.Tag("figure");
    private static final Evaluator IMAGE = new Evaluator.Tag("img");
    private static final Evaluator CITE = new Evaluator.Tag("cite");
    private static final Evaluator PARAGRAPH = new Evaluator.Tag("p");
    private static final Evaluator CAPTION_OR_IMAGE = QueryParser.parse("figcaption, img");
    private static final Evaluator MORE = QueryParser.parse("h1, h2, h3, h4, h5, h6, li, time");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。؟][»”’\"')]*$");
    private static final Set<String> LAST = Set.of("span", "small", "cite", "div");
    private static final int LONGEST = 600;
    private static final int LONGEST_CREDIT = 160;
    private static final int NAME = 60;
    private static final int FRAMED = 250;
    /** So few characters are no caption. */
    private static final int FRAMED_LEAST = 9;

    private static final int LEVELS = 5;
    /** How often one picture may stand in one place, for screens of all sizes; more are pictures of their own. */
    private static final int MOST_COPIES = 8;

    private final Credits credits;
    private final Counters counters;
    private final Evaluator called;
    private final Evaluator credited;

    /**
     * @param credited matches what a page calls a credit
     */
    CaptionFinder(Credits credits, Counters counters, Signs signs, Evaluator credited) {
        this.credits = credits;
        this.counters = counters;
        this.credited = credited;
        called = new Named(signs, Sign.CAPTION);
    }

    /** What is marked as the caption, what a class calls one, or the few words that stand beside the picture alone. */
    Optional<Element> caption(Element figure) {
        return marked(figure).or(() -> marked(figure.closest(FIGURE))).or(() -> beside(figure));
    }

    private Optional<Element> marked(@Nullable Element figure) {
        return Optional.ofNullable(figure == null ? null : figure.selectFirst(FIGCAPTION))
                .filter(caption -> !counters.isFurniture(caption));
    }

    private Optional<Element> beside(Element figure) {
        Element scope = figure;
        for (int i = 0; i < LEVELS; i++) {
            Optional<Element> found = called(scope, figure);
            Element parent = scope.parent();
            if (found.isPresent() || parent == null || hasOthers(parent)) {
                return found;
            }
            List<Element> paragraphs = parent.select(PARAGRAPH);
            boolean credited = paragraphs.size() == 2 && isCredit(paragraphs.getLast());
            if ((paragraphs.size() <= 1 || credited) && isFrame(parent) && !counters.isFurniture(parent)) {
                return Optional.of(parent);
            }
            if (paragraphs.size() > 1 && parent.selectFirst(called) == null) {
                return Optional.empty();
            }
            scope = parent;
        }
        return Optional.empty();
    }

    private Optional<Element> called(Element scope, Element figure) {
        return scope.selectStream(called)
                .filter(element -> element != figure
                        && !Texts.isLonger(element, LONGEST)
                        && !Texts.isBlank(element)
                        && !counters.isFurniture(element))
                .findFirst();
    }

    /** Whether there is more than one picture: the same one may stand there twice, once for pages without scripts. */
    private static boolean hasOthers(Element parent) {
        Iterator<Element> images = parent.selectStream(IMAGE).iterator();
        String words = images.hasNext() ? Markup.attribute(images.next(), "alt") : "";
        for (int copies = 2; images.hasNext(); copies++) {
            boolean copy = Markup.attribute(images.next(), "alt").equals(words) && !words.isBlank();
            if (!copy || copies > MOST_COPIES) {
                return true;
            }
        }
        return false;
    }

    private boolean isCredit(Element paragraph) {
        return !Texts.isLonger(paragraph, LONGEST_CREDIT)
                && (paragraph.is(credited) || credits.isLabelled(Texts.line(paragraph)));
    }

    /** An element with one picture and a few words, which can only be about it. */
    private static boolean isFrame(Element element) {
        return !Texts.isLonger(element, FRAMED)
                && Texts.isLonger(element, FRAMED_LEAST)
                && element.selectFirst(MORE) == null;
    }

    /** Within the caption or beside it what is called a credit; in the caption also what it only cites, and a name after its last sentence. */
    Optional<Element> credit(Element figure, Optional<Element> caption) {
        return caption.flatMap(this::last)
                .or(() -> last(figure))
                .or(() -> caption.flatMap(CaptionFinder::onlyCited))
                .or(() -> caption.flatMap(CaptionFinder::afterSentence));
    }

    /** What a caption cites, if it says nothing else. */
    private static Optional<Element> onlyCited(Element caption) {
        return Optional.ofNullable(caption.selectFirst(CITE))
                .filter(cite -> !Texts.isBlank(cite) && Texts.of(cite).equals(Texts.of(caption)))
                .filter(cite -> !Texts.isLonger(cite, NAME));
    }

    /** The last element of a caption, if it is no sentence and comes after one. */
    private static Optional<Element> afterSentence(Element caption) {
        Element end = caption.lastElementChild();
        if (end == null || !LAST.contains(end.tagName()) || end.nextSibling() != null) {
            return Optional.empty();
        }
        String text = Texts.of(caption);
        String credit = Texts.of(end);
        boolean after = text.endsWith(credit)
                && SENTENCE.matcher(text.substring(0, text.length() - credit.length())
                                .strip())
                        .find();
        boolean name = credit.length() <= NAME
                && !credit.isBlank()
                && !SENTENCE.matcher(credit).find();
        boolean agency = text.endsWith(credit) && Credits.namesAgency(credit) && text.length() > credit.length();
        return name && (after || agency) ? Optional.of(end) : Optional.empty();
    }

    private Optional<Element> last(Element scope) {
        return scope.selectStream(credited)
                .filter(element -> element != scope)
                .filter(element -> !isBareLabel(element))
                .filter(element -> !Texts.isBlank(element) && !Texts.isLonger(element, LONGEST_CREDIT))
                .filter(element -> element.selectFirst(CAPTION_OR_IMAGE) == null)
                .findFirst();
    }

    /** Whether an element only says that a credit follows. */
    private boolean isBareLabel(Element element) {
        return !Texts.isLonger(element, NAME) && !Texts.isBlank(element) && credits.isOnlyRights(Texts.line(element));
    }
}
