package org.polywire.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Piece.Kind;

/**
 * What the classifier sees of each piece of a page: its form, what stands around it, how it is marked up, what the rules and
 * the metadata say of it.
 */
final class Features {
    /** The beginnings of the rules' names, each a feature. */
    private static final List<String> RULES = List.of(
            "text",
            "outside",
            "before-headline",
            "mark.",
            "phrase.related",
            "phrase.newsletter",
            "phrase.bio",
            "phrase.share",
            "phrase.",
            "caption",
            "headline",
            "byline",
            "link-",
            "crumb",
            "after-end",
            "heading-of-nothing",
            "duplicate");

    private static final List<String> OWN = List.of(
            "length",
            "words",
            "sentenceEnd",
            "linkDensity",
            "links",
            "capitals",
            "digits",
            "commas",
            "sentences",
            "wordLength",
            "startsSmall",
            "colonEnd",
            "questionEnd",
            "at",
            "copyright",
            "bar",
            "quotes",
            "paragraph",
            "heading",
            "list",
            "quote",
            "table",
            "preformatted",
            "boldHeading",
            "level",
            "isP",
            "isDiv",
            "isSpan",
            "bold",
            "italic",
            "depth",
            "depthToHeadline");
    private static final List<String> PLACE = List.of(
            "share0",
            "share1",
            "share2",
            "share3",
            "share4",
            "share5",
            "links1",
            "links2",
            "links3",
            "pieces1",
            "pieces2",
            "toHalf",
            "toMost",
            "design",
            "designCount",
            "mainDesign",
            "inNamed",
            "inRoot",
            "ofWhole",
            "ofWeight",
            "ofKept",
            "afterHeadline",
            "sinceHeadline",
            "sinceMain",
            "untilMain",
            "sinceHeading",
            "headingKept",
            "headingPhrase",
            "before1",
            "before2",
            "after1",
            "after2",
            "linksBefore",
            "linksAfter",
            "keptBefore",
            "keptAfter",
            "keptBefore2",
            "keptAfter2",
            "keptAfterWeight",
            "pageWeight",
            "pagePieces",
            "hasHeadline");
    private static final List<String> DATA = List.of(
            "inArticleBody",
            "hasArticleBody",
            "inDescription",
            "likeHeadline",
            "repeats",
            "hasAuthor",
            "isNews",
            "isBlog",
            "items");

    /** So many logarithms are worked out once: most of what is counted is less. */
    private static final int KNOWN = 4096;

    private static final float[] LOGARITHMS = logarithms();
    private static final int WINDOW = 4;

    private final Page page;
    private final Headlines headline;
    private final Locator.Place place;
    private final List<Judged> judged;
    private final Ancestry ancestry;
    private final Masses masses;
    private final int[] announced;
    private final Set<String> description;
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Set<String> title;
    private final List<String> authors;
    private final boolean news;
    private final boolean blog;

    Features(Page page, Headlines headline, List<String> authors, Locator.Place place, List<Judged> judged) {
        this.page = page;
        this.headline = headline;
        title = new HashSet<>(Words.of(headline.choice().value()));
        this.place = place;
        this.judged = judged;
        this.authors =
                authors.stream().map(Words::key).filter(key -> key.length() > 3).toList();
        ancestry = new Ancestry(page.document.body());
        masses = new Masses(page, headline, judged);
        announced = windows(page.data.announced());
        description = new HashSet<>(Words.of(page.meta.first("og:description", "description")));
        news = StructuredData.types(page.data.article()).anyMatch(type -> type.endsWith("NewsArticle"));
        blog = page.meta.first("generator").startsWith("WordPress")
                || StructuredData.types(page.data.article()).anyMatch(type -> type.endsWith("BlogPosting"));
        judged.forEach(each -> repeats.merge(each.piece().key(), 1, Integer::sum));
    }

    /** The names of the features in their order. */
    static List<String> names() {
        List<String> names = new ArrayList<>(OWN);
        names.addAll(PLACE);
        names.addAll(DATA);
        RULES.forEach(rule -> names.add("rule." + rule));
        names.addAll(Ancestry.names());
        return List.copyOf(names);
    }

    static int size() {
        return OWN.size() + PLACE.size() + DATA.size() + RULES.size() + Ancestry.SIZE;
    }

    /** A row of features for each piece that is asked for. */
    float[][] rows(Predicate<Judged> asked) {
        return IntStream.range(0, judged.size())
                .filter(i -> asked.test(judged.get(i)))
                .mapToObj(this::row)
                .toArray(float[][]::new);
    }

    float[] row(int i) {
        float[] row = new float[size()];
        Judged each = judged.get(i);
        own(each.piece(), row);
        masses.write(i, each.piece().within(place.root()), place.rule().equals("named"), row, OWN.size());
        int at = OWN.size() + PLACE.size();
        data(each.piece(), row, at);
        at += DATA.size();
        rule(each.rule(), row, at);
        ancestry.write(each.piece().element(), row, at + RULES.size());
        return row;
    }

    /** The logarithm of a number and one, 0 for a negative number. */
    static float log(int value) {
        return value < LOGARITHMS.length ? LOGARITHMS[Math.max(0, value)] : (float) Math.log1p(value);
    }

    private static float[] logarithms() {
        float[] logarithms = new float[KNOWN];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log1p(i);
        }
        return logarithms;
    }

    private void own(Piece piece, float[] row) {
        String text = piece.text();
        Letters letters = Letters.of(text);
        int length = Math.max(1, text.length());
        Element element = piece.element();
        String tag = element.tagName();
        int depth = masses.depth(element);
        float[] own = {
            log(piece.length()),
            log(piece.words()),
            is(Words.endsSentence(text)),
            (float) piece.linkDensity(),
            log(piece.links()),
            (float) letters.capitals() / Math.max(1, letters.letters()),
            (float) letters.digits() / length,
            100f * letters.commas() / length,
            log(letters.sentences()),
            (float) letters.letters() / Math.max(1, piece.words()),
            is(!text.isEmpty() && Character.isLowerCase(text.charAt(0))),
            is(text.endsWith(":")),
            is(text.endsWith("?") || text.endsWith("!")),
            is(text.indexOf('@') >= 0),
            is(text.indexOf('©') >= 0),
            is(text.indexOf('|') >= 0 || text.indexOf('»') >= 0 && text.indexOf('«') < 0 || text.indexOf('›') >= 0),
            is(letters.quotes() > 0),
            is(piece.kind() == Kind.PARAGRAPH),
            is(piece.kind() == Kind.HEADING),
            is(piece.kind() == Kind.LIST),
            is(piece.kind() == Kind.QUOTE),
            is(piece.kind() == Kind.TABLE),
            is(piece.kind() == Kind.PREFORMATTED),
            is(piece.level() == 7),
            piece.level(),
            is(tag.equals("p")),
            is(tag.equals("div")),
            is(tag.equals("span")),
            share(piece, "b", "strong"),
            share(piece, "i", "em"),
            depth,
            headline.visible() ? depth - masses.depth(headline.element()) : -20
        };
        System.arraycopy(own, 0, row, 0, own.length);
    }

    static float is(boolean true_) {
        return true_ ? 1 : 0;
    }

    /** The share of the text in marks that are children of the piece's element. */
    private static float share(Piece piece, String one, String other) {
        int marked = 0;
        for (var node : piece.run()) {
            if (node instanceof Element mark
                    && (mark.tagName().equals(one) || mark.tagName().equals(other))) {
                marked += mark.wholeText().length();
            }
        }
        return Math.min(1, (float) marked / Math.max(1, piece.text().length()));
    }

    private void data(Piece piece, float[] row, int at) {
        List<String> words = piece.tokens();
        row[at] = contained(words);
        row[at + 1] = is(announced.length > 0);
        row[at + 2] = words.isEmpty() ? 0 : (float) count(words, description) / words.size();
        row[at + 3] = (float)
                (piece.words() < 40 && !Collections.disjoint(words, title)
                        ? Words.overlap(new HashSet<>(words), title)
                        : 0);
        row[at + 4] = repeats.getOrDefault(piece.key(), 1);
        row[at + 5] = is(piece.words() < 60 && namesAuthor(piece));
        row[at + 6] = is(news);
        row[at + 7] = is(blog);
        row[at + 8] = piece.kind() == Kind.LIST ? log(children(piece.element())) : 0;
    }

    private boolean namesAuthor(Piece piece) {
        for (String author : authors) {
            if (piece.key().contains(author)) {
                return true;
            }
        }
        return false;
    }

    /** How many elements stand right within one; to ask jsoup for that makes it keep a list of them. */
    private static int children(Element list) {
        int count = 0;
        for (int i = 0; i < list.childNodeSize(); i++) {
            count += list.childNode(i) instanceof Element ? 1 : 0;
        }
        return count;
    }

    private static int count(List<String> words, Set<String> among) {
        int count = 0;
        for (String word : words) {
            count += among.contains(word) ? 1 : 0;
        }
        return count;
    }

    /** The share of the windows of four words that the announced text has, too. */
    private float contained(List<String> words) {
        if (announced.length == 0 || words.isEmpty()) {
            return 0;
        }
        int[] own = windows(words);
        int count = 0;
        for (int window : own) {
            count += Arrays.binarySearch(announced, window) >= 0 ? 1 : 0;
        }
        return (float) count / own.length;
    }

    /** The hashes of the different windows in ascending order; fewer words are one window. */
    private static int[] windows(List<String> words) {
        int length = Math.min(WINDOW, words.size());
        int[] windows = new int[words.isEmpty() ? 0 : words.size() - length + 1];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = hash(words, i, length);
        }
        Arrays.sort(windows);
        int different = 0;
        for (int i = 0; i < windows.length; i++) {
            if (i == 0 || windows[i] != windows[i - 1]) {
                windows[different++] = windows[i];
            }
        }
        return Arrays.copyOf(windows, different);
    }

    private static int hash(List<String> words, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + words.get(i).hashCode();
        }
        return hash;
    }

    private static void rule(String rule, float[] row, int at) {
        for (int i = 0; i < RULES.size(); i++) {
            if (rule.startsWith(RULES.get(i))) {
                row[at + i] = 1;
                return;
            }
        }
    }
}
