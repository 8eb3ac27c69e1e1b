package org.polywire.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The words in the classes, ids and custom elements of a page that mark furniture, such as {@code share} or {@code related}.
 *
 * <p>A word that stands on a great part of this page's own text says nothing here, and is disregarded.
 */
final class Marks {
    /** The marks of boxes that ask to subscribe. */
    static final Set<String> SUBSCRIBE = Set.of(
            "newsletter",
            "newsletters",
            "signup",
            "subscribe",
            "subscription",
            "subscriptions",
            "subscriber",
            "paywall",
            "regwall");

    /** Words and runs of words as they stand in names, in lower case. */
    private static final Set<String> FURNITURE = Set.of(
            ("share, shares, sharing, sharebar, sharebutton, sharebuttons, sharingbar, social, socials, addtoany, addthis, "
                            + "newsletter, newsletters, signup, subscribe, subscription, subscriptions, subscriber, paywall, piano, regwall, "
                            + "related, relacionado, relacionados, relacionada, relacionadas, verwandte, similar, recommend, recommended, "
                            + "recommendation, recommendations, recommender, recirc, recirculation, promo, promos, promobox, promotion, "
                            + "promotions, teaser, teasers, teaserlist, sidebar, rail, outbrain, taboola, plista, ad, ads, adv, advert, "
                            + "adverts, advertisement, advertisements, advertising, adslot, dfp, gpt, anzeige, anzeigen, werbung, publicidad, "
                            + "publicidade, publicite, banner, banners, sponsor, sponsors, sponsored, comment, comments, commenting, disqus, "
                            + "coral, breadcrumb, breadcrumbs, byline, bylines, author, authors, authorbox, autor, autoren, autores, bio, "
                            + "taglist, tags, keywords, topics, navigation, nav, menu, footer, cookie, cookies, consent, cmp, gdpr, login, "
                            + "toolbar, tools, popular, trending, mostread, readmore, readalso, more on, read more, read also, read next, "
                            + "lire aussi, most read, poll, audio, podcast, speech, tts, infobox, factbox, fact box, info box, faktaruta, "
                            + "faktaboks, timestamp, dateline, published, pagination, pager, copyright, disclaimer, disclaimers, follow, "
                            + "bookmark, donate, donation, membership, widget, toc, inhaltsverzeichnis, overlay, modal, popup, tooltip, skip, "
                            + "app download, jump, linkbox, linklist, lesetipp, leseempfehlung, embed related, further, whatsapp, telegram, "
                            + "correction request, feedback, print, liveblog teaser, barcode, crosslink, inline link, see also, upsell, cta, "
                            + "button, buttons, btn, vote, rating, quiz, horoskop, wetter, ticker, gallery counter, metadata, entry meta, "
                            + "post meta, article meta, story meta, premium teaser, excerpt, excerpts, mehr zum thema, sub navigation, onward, "
                            + "messenger")
                    .split(", "));

    /** The words with which a run of several begins. */
    private static final Set<String> BEGINNINGS = FURNITURE.stream()
            .filter(run -> run.indexOf(' ') > 0)
            .map(run -> run.substring(0, run.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Comparator<String> SUBSCRIBE_FIRST =
            Comparator.comparing((String word) -> !SUBSCRIBE.contains(word)).thenComparing(Comparator.naturalOrder());

    private static final int MOST_WORDS = 3;
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

    /** The furniture word that marks a piece or an element around it, below the root, {@link #SUBSCRIBE} first; empty if none. */
    String of(Piece piece, Element root) {
        Set<String> words = words(piece, root);
        return words.isEmpty()
                ? ""
                : words.stream()
                        .filter(word -> masses.getOrDefault(word, 0) <= whole * COMMON)
                        .min(SUBSCRIBE_FIRST)
                        .orElse("");
    }

    private Set<String> words(Piece piece, Element root) {
        return upTo(piece.element(), root);
    }

    /** The words on an element and on all around it, below the root. */
    private Set<String> upTo(Element element, Element root) {
        Set<String> known = found.get(element);
        if (known == null) {
            Element parent = element.parent();
            Set<String> above = element == root || parent == null ? Set.of() : upTo(parent, root);
            known = element == root ? Set.of() : together(words(element), above);
            found.put(element, known);
        }
        return known;
    }

    private static Set<String> together(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<String> together = new HashSet<>(one);
        together.addAll(other);
        return together;
    }

    private Set<String> words(Element element) {
        if (Markup.isBare(element) && element.tagName().indexOf('-') < 0) {
            return Set.of();
        }
        String tag = element.tagName().contains("-") ? element.tagName() : "";
        String names = tag + " " + Markup.classes(element) + " " + Markup.id(element) + " "
                + Markup.attribute(element, "data-testid") + " " + Markup.attribute(element, "data-component") + " "
                + Markup.attribute(element, "data-type");
        return named.computeIfAbsent(names, Marks::words);
    }

    private static Set<String> words(String names) {
        List<String> parts = parts(names);
        Set<String> words = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            String run = parts.get(i);
            add(run, words);
            int end = BEGINNINGS.contains(run) ? Math.min(parts.size(), i + MOST_WORDS) : i;
            for (int j = i + 1; j < end; j++) {
                run = run + " " + parts.get(j);
                add(run, words);
            }
        }
        return words;
    }

    private static void add(String run, Set<String> words) {
        if (FURNITURE.contains(run)) {
            words.add(run);
        }
    }

    /** The words of names, in lower case: runs of letters, parted also where a small letter meets a capital. */
    private static List<String> parts(String names) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            boolean letter = i < names.length() && Character.isLetter(names.charAt(i));
            boolean camel = letter
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (!letter || camel) {
                if (i > start) {
                    parts.add(Texts.lower(names.substring(start, i)));
                }
                start = letter ? i : i + 1;
            }
        }
        return parts;
    }
}
