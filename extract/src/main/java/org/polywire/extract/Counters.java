package org.polywire.extract;

import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Knows the buttons and counters that galleries set beside the words of their pictures. */
final class Counters {
    private static final Evaluator PARTS = QueryParser.parse("span, small, cite, div");
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
        return hasDigit(caption) && caption.select(PARTS).stream().anyMatch(part -> part != caption && isCounter(part));
    }

    void removeFrom(Element caption) {
        caption.select(PARTS).stream()
                .filter(part -> part != caption && isCounter(part))
                .forEach(Element::remove);
    }

    /** Whether a text tells which picture of a gallery this is, or how many there are. */
    private boolean isCounter(Element element) {
        return hasDigit(element) && isFurniture(element);
    }

    private static boolean hasDigit(Node node) {
        String words = node instanceof TextNode text ? text.getWholeText() : "";
        for (int i = 0; i < words.length(); i++) {
            if (Character.isDigit(words.charAt(i))) {
                return true;
            }
        }
        for (int i = 0; i < node.childNodeSize(); i++) {
            if (hasDigit(node.childNode(i))) {
                return true;
            }
        }
        return false;
    }
}
