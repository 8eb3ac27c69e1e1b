package org.polywire.extract;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The words in the classes, ids and custom elements of a page that mark furniture, such as {@code share} or {@code related}.
 *
 * <p>A word that stands on a great part of this page's own text says nothing here, and is disregarded.
 */
final class Marks {
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}]+");
    private static final Pattern FURNITURE = Pattern.compile(
            " (shar(?:e|es|ing|ebar|ebuttons?|ingbar)|social|socials|addtoany|addthis|newsletters?|signup|subscribe|subscriptions?|subscriber"
                    + "|paywall|piano|regwall|related|relacionad[oa]s?|verwandte|similar|recommend(?:ed|ations?|er)?|recirc(?:ulation)?"
                    + "|promo(?:s|box|tion|tions)?|teasers?|teaserlist|sidebar|rail|outbrain|taboola|plista|ads?|adv|adverts?"
                    + "|advertisements?|advertising|adslot|dfp|gpt|anzeigen?|werbung|publicidad|publicidade|publicite|banners?|sponsor(?:s|ed)?"
                    + "|comments?|commenting|disqus|coral|breadcrumbs?|bylines?|authors?|authorbox|autor|autoren|autores|bio|taglist|tags|keywords|topics"
                    + "|navigation|nav|menu|footer|cookies?|consent|cmp|gdpr|login|toolbar|tools|popular|trending|mostread|readmore|readalso"
                    + "|more on|read more|read also|read next|lire aussi|most read|poll|audio|podcast|speech|tts|infobox|factbox|fact box|info box|faktaruta"
                    + "|faktaboks|timestamp|dateline|published|pagination|pager|copyright|disclaimers?|follow|bookmark|donate|donation"
                    + "|membership|widget|toc|inhaltsverzeichnis|overlay|modal|popup|tooltip|skip|app download|jump|linkbox|linklist"
                    + "|lesetipp|leseempfehlung|embed related|further|whatsapp|telegram|correction request|feedback|print|liveblog teaser|barcode"
                    + "|crosslink|inline link|see also|upsell|cta|button|buttons|btn|vote|rating|quiz|horoskop|wetter|ticker|gallery counter"
                    + "|metadata|entry meta|post meta|article meta|story meta|premium teaser|excerpts?|mehr zum thema|sub navigation|onward|messenger) ");
    private static final double COMMON = 0.45;

    private final Map<Element, Set<String>> found = new IdentityHashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Integer> masses = new HashMap<>();
    private int whole;

    Marks(Element root, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.within(root)) {
                whole += piece.weight();
                words(piece, root).forEach(word -> masses.merge(word, piece.weight(), Integer::sum));
            }
        }
    }

    /** The furniture word that marks a piece or an element around it, below the root; empty if none. */
    String of(Piece piece, Element root) {
        return words(piece, root).stream()
                .filter(word -> masses.getOrDefault(word, 0) <= whole * COMMON)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private Set<String> words(Piece piece, Element root) {
        Set<String> words = new java.util.HashSet<>();
        for (Element at = piece.element(); at != null && at != root; at = at.parent()) {
            words.addAll(found.computeIfAbsent(at, this::words));
        }
        return words;
    }

    private Set<String> words(Element element) {
        String tag = element.tagName().contains("-") ? element.tagName() : "";
        String names = tag + " " + element.className() + " " + element.id() + " " + element.attr("data-testid") + " "
                + element.attr("data-component") + " " + element.attr("data-type");
        return named.computeIfAbsent(names, Marks::words);
    }

    private static Set<String> words(String names) {
        if (names.isBlank()) {
            return Set.of();
        }
        String spaced = " " + Texts.lower(CAMEL.matcher(names).replaceAll(" ")).replace(" ", "  ") + " ";
        Matcher matcher = FURNITURE.matcher(spaced.replace("  ", " "));
        Set<String> words = matcher.results().map(result -> result.group(1)).collect(Collectors.toSet());
        Matcher second = FURNITURE.matcher(spaced);
        second.results().map(result -> result.group(1)).forEach(words::add);
        return words;
    }
}
