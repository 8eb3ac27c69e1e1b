package org.polywire.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * How near above an element there is one of a kind: of a tag, or with a word in its class, id or role.
 *
 * <p>Near is 1 on the element itself, a half on its parent, a third on that one's parent, 0 beyond eight levels.
 */
final class Ancestry {
    private static final int LEVELS = 8;
    private static final int MAX_NAME = 400;

    /** The kinds by words, each with its words. */
    private static final List<String> WORDS = List.of(
            "share social socials sharing addtoany addthis facebook twitter whatsapp telegram sharebar",
            "related relacionados relacionadas verwandte similar recommend recommended recommendation recommendations"
                    + " recirc recirculation more further also outbrain taboola plista onward next popular trending mostread",
            "newsletter newsletters signup subscribe subscription subscriptions subscriber paywall piano regwall register"
                    + " membership donate donation upsell cta login",
            "comment comments commenting disqus coral kommentare respond discussion forum",
            "author authors byline bylines bio autor autoren autores authorbox contributor profile avatar",
            "ad ads adv advert adverts advertisement advertising adslot dfp gpt anzeige werbung publicidad publicidade"
                    + " sponsor sponsored promo promoted promotion banner",
            "caption figcaption legend legende credit credits copyright source photo image img picture figure bild foto"
                    + " bildunterschrift gallery galerie slide slideshow media lightbox",
            "nav navigation menu breadcrumb breadcrumbs header footer topbar masthead navbar submenu pager pagination",
            "meta metadata date time timestamp dateline datetime published updated info infos readtime",
            "tag tags topics topic keywords category categories taglist label labels section kicker",
            "video audio player podcast speech listen embed iframe ticker poll quiz",
            "sidebar aside rail widget widgets module complementary right col column secondary",
            "dek deck standfirst lead lede summary intro introduction abstract vorspann chapo bajada entradilla sumario"
                    + " subtitle excerpt description teaser perex ingress manchet",
            "infobox factbox box faktaruta faktaboks callout note notes highlight highlights keyfacts takeaways"
                    + " toc index timeline chronik",
            "hidden modal popup overlay tooltip dropdown offcanvas drawer visuallyhidden screenreader sr",
            "cookie cookies consent gdpr cmp privacy disclaimer disclosure legal terms rights",
            "live liveblog liveticker update updates",
            "card cards teasers item items list listing grid feed tile story-list carousel slider loop archive",
            "form field button buttons btn toolbar tools action actions icon icons rating vote",
            "body articlebody storybody artikelbody bodytext maintext cuerpo corps",
            "article story post entry single artikel articulo beitrag node detail nota noticia news hentry",
            "content contents main inhalt contenido contenu conteudo page container wrapper",
            "text txt paragraph copy rich richtext prose absatz texto wysiwyg textblock para editorial block editor",
            "quote blockquote pullquote zitat question answer interview faq",
            "headline title heading subhead subheading subheadline zwischentitel intertitle");

    private static final List<String> TAGS = List.of(
            "article",
            "main",
            "aside",
            "section",
            "header",
            "footer",
            "figure",
            "table",
            "form",
            "li",
            "blockquote",
            "details",
            "a",
            "small",
            "center");
    private static final List<String> NAMING =
            List.of("class", "id", "role", "data-testid", "data-component", "data-type");
    private static final Map<String, Integer> BY_WORD = byWord();
    private static final Map<String, Integer> BY_TAG = byTag();
    private static final int BODY = 19;
    /** How many kinds there are. */
    static final int SIZE = WORDS.size() + TAGS.size();

    private final Map<Element, byte[]> levels = new IdentityHashMap<>();
    private final Element root;

    Ancestry(Element root) {
        this.root = root;
    }

    private static Map<String, Integer> byWord() {
        Map<String, Integer> kinds = new HashMap<>();
        for (int i = 0; i < WORDS.size(); i++) {
            for (String word : WORDS.get(i).split(" ")) {
                kinds.putIfAbsent(word, i);
            }
        }
        return Map.copyOf(kinds);
    }

    private static Map<String, Integer> byTag() {
        Map<String, Integer> kinds = new HashMap<>();
        TAGS.forEach(tag -> kinds.put(tag, WORDS.size() + TAGS.indexOf(tag)));
        return Map.copyOf(kinds);
    }

    /** The names of the kinds in the order of the features. */
    static List<String> names() {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        WORDS.forEach(words -> names.add("near." + words.split(" ", 2)[0]));
        TAGS.forEach(tag -> names.add("in." + tag));
        return names;
    }

    /** Writes how near each kind is, from {@code at} on. */
    void write(Element element, float[] features, int at) {
        byte[] above = levels(element);
        for (int i = 0; i < SIZE; i++) {
            features[at + i] = above[i] > LEVELS ? 0 : 1f / (1 + above[i]);
        }
    }

    private byte[] levels(Element element) {
        byte[] known = levels.get(element);
        if (known != null) {
            return known;
        }
        byte[] own = new byte[SIZE];
        Element parent = element.parent();
        if (parent == null || element == root) {
            Arrays.fill(own, (byte) (LEVELS + 1));
        } else {
            byte[] above = levels(parent);
            for (int i = 0; i < SIZE; i++) {
                own[i] = (byte) Math.min(LEVELS + 1, above[i] + 1);
            }
            mark(element, own);
        }
        levels.put(element, own);
        return own;
    }

    private static void mark(Element element, byte[] own) {
        Integer tag = BY_TAG.get(element.tagName());
        if (tag != null) {
            own[tag] = 0;
        }
        if (!Markup.isBare(element)) {
            NAMING.forEach(attribute -> words(Markup.attribute(element, attribute), own));
        }
        if (element.tagName().indexOf('-') > 0) {
            words(element.tagName(), own);
        }
        if (Markup.attribute(element, "itemprop")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("articlebody")) {
            own[BODY] = 0;
        }
    }

    /** Parts a name at everything that is no letter, and where a small letter meets a capital. */
    private static void words(String name, byte[] own) {
        int length = Math.min(name.length(), MAX_NAME);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            boolean letter = i < length && Character.isLetter(name.charAt(i));
            boolean camel = letter
                    && i > start
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (!letter || camel) {
                if (i - start > 1) {
                    Integer kind = BY_WORD.get(Texts.lower(name.substring(start, i)));
                    if (kind != null) {
                        own[kind] = 0;
                    }
                }
                start = letter ? i : i + 1;
            }
        }
    }
}
