package org.polywire.extract;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Knows the buttons and counters that galleries set beside the words of their pictures. */
final class Counters {
    private static final Evaluator PARTS = QueryParser.parse("span, small, cite, div, p");
    /** Numbers that do not say what they count: a day, a fraction, a part, a rating, a time, or a counter. */
    private static final Pattern NUMBERS = Pattern.compile("[(\\[]?\\s*\\d+\\s*\\S+\\s*\\d+\\s*[)\\]]?");

    private static final Pattern COUNTER =
            Pattern.compile("(?<!\\p{L})(?:slide|image|photo|gallery)?count(?:er)?(?!\\p{L})");
    private static final int LONGEST = 60;
    private static final Set<Phrases.Group> FURNITURE =
            EnumSet.of(Phrases.Group.PLAYER, Phrases.Group.SHARE, Phrases.Group.AD);

    private final Phrases phrases;

    Counters(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Whether a text is a button or a counter of a gallery. */
    boolean isFurniture(Element element) {
        return !Texts.isLonger(element, LONGEST)
                && phrases.ofBlock(Texts.line(element))
                        .filter(FURNITURE::contains)
                        .isPresent();
    }

    boolean areIn(Element caption) {
        return hasDigit(caption) && caption.select(PARTS).stream().anyMatch(part -> isCounter(part, caption));
    }

    void removeFrom(Element caption) {
        caption.select(PARTS).stream().filter(part -> isCounter(part, caption)).forEach(Element::remove);
    }

    private boolean isCounter(Element part, Element whole) {
        return part != whole && hasDigit(part) && !Texts.isLonger(part, LONGEST) && isCounter(part, Texts.line(whole));
    }

    /** Whether a part tells which picture of a gallery this is, or how many there are; numbers alone only where its class says so. */
    private boolean isCounter(Element part, String whole) {
        String text = Texts.line(part);
        return NUMBERS.matcher(text).matches()
                ? (whole.startsWith(text) || whole.endsWith(text))
                        && phrases.counter().is(text)
                        && COUNTER.matcher(Texts.lower(Markup.classes(part))).find()
                : isFurniture(part) || phrases.counter().is(text);
    }

    /** A heading without the part that counts before it, and without a counter that stands apart in its words. */
    List<Inline> heading(URI base, List<Node> nodes) {
        int from = 0;
        while (from < nodes.size() && nodes.get(from) instanceof TextNode text && text.isBlank()) {
            from++;
        }
        boolean counted = from < nodes.size()
                && nodes.get(from) instanceof Element part
                && part.is(PARTS)
                && part.parent() != null
                && isCounter(part, part.parent());
        return without(InlineReader.read(base, counted ? nodes.subList(from + 1, nodes.size()) : nodes), false);
    }

    /** Words without a counter that stands apart in them. */
    List<Inline> without(List<Inline> words, boolean caption) {
        String text = Inlines.text(words);
        String bare = hasDigit(text) ? phrases.counter().takenFrom(text, caption) : text;
        if (bare.length() == text.length()) {
            return words;
        }
        int start = text.startsWith(bare) ? 0 : text.length() - bare.length();
        return Inlines.between(words, start, start + bare.length()).orElse(words);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(Node node) {
        if (node instanceof TextNode text && hasDigit(text.getWholeText())) {
            return true;
        }
        for (int i = 0; i < node.childNodeSize(); i++) {
            if (hasDigit(node.childNode(i))) {
                return true;
            }
        }
        return false;
    }
}
