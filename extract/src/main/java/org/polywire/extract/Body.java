package org.polywire.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.extract.Piece.Kind;
import org.polywire.model.Block.Note;

/**
 * Decides of each piece whether it belongs to the story.
 *
 * <p>Each rule has a stable name, so that its precision can be measured. The rules look at one piece and what is known of the
 * page ({@link #judge}), then at the sequence ({@link #headed}, {@link #ended}).
 */
final class Body {
    static final String KEPT = "text";
    /** The piece stands outside of what holds the body. */
    static final String OUTSIDE = "outside";

    /** How the rules begin that know words of furniture. */
    static final String PHRASE = "phrase.";

    /** How the rules begin that keep a note. */
    private static final String NOTE = "note.";
    /** The words stand under a picture already. */
    static final String SHOWN = "caption.shown";

    private static final Evaluator DESCRIPTION = new Evaluator.Tag("dd");
    private static final Evaluator ITEM = QueryParser.parse("li, dt, dd");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final int SHORT = 45;
    private static final int LEAST_LEVEL = 6;
    /** So many nodes after a list are looked at. */
    private static final int FOLLOWING = 16;

    private final Phrases phrases;
    private final Page page;
    private final Headlines headline;
    private final String kicker;
    private final Set<String> titles;
    private final List<String> authors;
    private final Locator.Place place;
    private final Marks marks;
    private final Set<String> signatures;
    private final Set<String> captions;
    private final Set<String> seen = new HashSet<>();

    Body(
            Phrases phrases,
            Page page,
            Headlines headline,
            List<String> authors,
            Locator.Place place,
            List<Piece> pieces,
            Set<String> captions) {
        this.phrases = phrases;
        this.page = page;
        this.headline = headline;
        kicker = Words.key(headline.kicker());
        titles = Set.copyOf(List.of(Words.key(headline.choice().value()), Words.key(headline.shown())));
        this.authors =
                authors.stream().map(Words::key).filter(key -> key.length() > 3).toList();
        this.place = place;
        this.captions = captions;
        marks = new Marks(place.root(), pieces);
        List<Piece> inside =
                pieces.stream().filter(piece -> piece.within(place.root())).toList();
        signatures = main(inside);
    }

    /** A piece and the rule that kept or dropped it. */
    record Judged(Piece piece, boolean kept, String rule) {
        /** What kind of note the piece is, if it is kept as one. */
        Optional<Note.Kind> note() {
            return kept && rule.startsWith(NOTE)
                    ? Stream.of(Note.Kind.values())
                            .filter(kind -> rule.equals(ruleOf(kind)))
                            .findFirst()
                    : Optional.empty();
        }

        Judged dropped(String reason) {
            return new Judged(piece, false, reason);
        }
    }

    /** The designs that carry at least an eighth of the text. */
    private static Set<String> main(List<Piece> pieces) {
        var masses =
                pieces.stream().collect(Collectors.groupingBy(Piece::signature, Collectors.summingInt(Piece::weight)));
        int whole = masses.values().stream().mapToInt(Integer::intValue).sum();
        return masses.entrySet().stream()
                .filter(entry -> entry.getValue() * 8 >= whole && entry.getValue() > 0)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<Judged> judge(List<Piece> pieces) {
        List<Judged> judged = new ArrayList<>();
        int start = start(pieces);
        for (Piece piece : pieces) {
            String rule = !piece.within(place.root())
                    ? OUTSIDE
                    : page.position(piece.element()) < start && piece.kind() != Kind.FIGURE
                            ? "before-headline"
                            : rule(piece);
            judged.add(new Judged(piece, rule.equals(KEPT) || rule.startsWith(NOTE), rule));
        }
        return headed(ended(judged));
    }

    /** Where the story begins: at the headline, unless most of the text stands before it. */
    private int start(List<Piece> pieces) {
        if (!headline.visible() || !within(headline.element(), place.root())) {
            return -1;
        }
        int start = page.position(headline.element());
        int balance = pieces.stream()
                .filter(piece -> piece.within(place.root()))
                .mapToInt(piece -> page.position(piece.element()) < start ? -piece.weight() : piece.weight())
                .sum();
        return balance < 0 ? -1 : start;
    }

    private static boolean within(Element element, Element ancestor) {
        return element == ancestor || element.parents().contains(ancestor);
    }

    private String rule(Piece piece) {
        String mark = marks.of(piece, place.root());
        if (!mark.isEmpty() && piece.weight() < 4000) {
            return ruleOf(mark);
        }
        return switch (piece.kind()) {
            case FIGURE, EMBED, DIVIDER -> KEPT;
            case LIST -> list(piece);
            case TABLE -> piece.linkDensity() > 0.6 ? "link-table" : KEPT;
            case PARAGRAPH, HEADING, QUOTE, PREFORMATTED -> text(piece);
        };
    }

    private String list(Piece piece) {
        if (piece.linkDensity() > 0.6) {
            return "link-list";
        }
        boolean shortItems = piece.element().selectStream(ITEM).noneMatch(item -> Texts.isLonger(item, 2));
        if (shortItems || piece.words() < 3) {
            return "empty";
        }
        boolean definitions = piece.element().tagName().equals("dl");
        if (definitions && piece.element().selectStream(DESCRIPTION).noneMatch(Body::isSentence)) {
            return "facts";
        }
        return definitions && !leadsToText(piece.element()) ? "definitions" : phrase(piece);
    }

    /** Whether a sentence follows beside a list: what comes last may be comments of readers, opening hours, the life of the author. */
    private static boolean leadsToText(Element list) {
        Node next = list.nextSibling();
        for (int i = 0; i < FOLLOWING && next != null; i++) {
            if (next instanceof Element element && element.tagName().equals("p") && isSentence(element)) {
                return true;
            }
            next = next.nextSibling();
        }
        return false;
    }

    private static boolean isSentence(Element element) {
        return Texts.isLonger(element, SHORT) && Words.endsSentence(Texts.of(element));
    }

    private String text(Piece piece) {
        String text = piece.text();
        String key = piece.key();
        if (key.isEmpty() || SIGN.matcher(text).matches()) {
            return "empty";
        }
        boolean over = piece.kind() != Kind.HEADING && key.equals(kicker);
        if (over || titles.contains(key)) {
            return "headline";
        }
        boolean running = signatures.contains(piece.signature()) && Words.endsSentence(text) && !text.endsWith(")");
        if (captions.contains(key) && !running) {
            return SHOWN;
        }
        if (page.signs.has(piece.element(), Sign.BARE_CAPTION)) {
            return "caption";
        }
        if (key.length() > 40 && !seen.add(key)) {
            return "duplicate";
        }
        String phrase = phrase(piece);
        Optional<Note.Kind> note =
                piece.kind() == Kind.PARAGRAPH && phrase.equals(KEPT) ? phrases.note(text) : Optional.empty();
        if (note.isPresent()) {
            return ruleOf(note.get());
        }
        if (isByline(text, key)) {
            return "byline";
        }
        return phrase.equals(KEPT) ? shape(piece) : phrase;
    }

    private String phrase(Piece piece) {
        return phrases.ofBlock(piece.text(), piece.words()).map(Body::ruleOf).orElse(KEPT);
    }

    /** The rule that drops what a word of furniture marks. */
    static String ruleOf(String mark) {
        return "mark." + mark.replace(' ', '-');
    }

    private static String ruleOf(Phrases.Group group) {
        return PHRASE + Texts.lower(group.name());
    }

    private static String ruleOf(Note.Kind kind) {
        return NOTE + Texts.lower(kind.name());
    }

    private boolean isByline(String text, String key) {
        if (text.length() > 120 || Words.endsSentence(text) && key.split(" ").length > 12) {
            return false;
        }
        return authors.stream()
                .anyMatch(author -> key.equals(author)
                        || key.contains(author)
                                && key.length() < author.length() * 2 + 25
                                && !Words.endsSentence(text));
    }

    /** What only the form of a piece tells: bare links, shouting, and crumbs that stand apart from the running text. */
    private String shape(Piece piece) {
        int words = piece.words();
        boolean own = signatures.contains(piece.signature());
        boolean sentence = Words.endsSentence(piece.text());
        if (piece.linkDensity() > 0.8 && words <= 25 && !(own && sentence)) {
            return "link-only";
        }
        boolean teaser = piece.linked() > 12 && piece.linkDensity() > 0.4 && words <= 30 && !sentence;
        if (teaser && piece.kind() != Kind.QUOTE) {
            return "link-teaser";
        }
        boolean loose = piece.kind() == Kind.PARAGRAPH
                && !own
                && !piece.element().tagName().equals("p");
        if (loose && !sentence && piece.length() < SHORT * 2) {
            return "crumb";
        }
        return KEPT;
    }

    /** Without headings that lead to no text; a bold one is text to a true one. */
    static List<Judged> headed(List<Judged> judged) {
        List<Judged> result = new ArrayList<>(judged);
        int below = 0;
        for (int i = result.size() - 1; i >= 0; i--) {
            Piece piece = result.get(i).piece();
            if (!result.get(i).kept() || piece.kind().isSilent()) {
                continue;
            }
            boolean heading = piece.kind() == Kind.HEADING;
            if (heading && (below <= LEAST_LEVEL || piece.level() >= below)) {
                result.set(i, result.get(i).dropped("heading-of-nothing"));
            } else {
                below = piece.level();
            }
        }
        return result;
    }

    /** Without the headings after all text. Others that lead to no text of their own stay here: the classifier has taken them. */
    static List<Judged> withoutLastHeadings(List<Judged> judged) {
        List<Judged> result = new ArrayList<>(judged);
        for (int i = result.size() - 1; i >= 0; i--) {
            Judged each = result.get(i);
            if (each.kept() && each.piece().kind() == Kind.HEADING) {
                result.set(i, each.dropped("heading-of-nothing"));
            } else if (each.kept() && !each.piece().kind().isSilent()) {
                return result;
            }
        }
        return result;
    }

    /** Drops what comes after a heading of related stories or comments, if little but furniture comes after it. */
    private List<Judged> ended(List<Judged> judged) {
        double whole = judged.stream()
                .filter(Judged::kept)
                .mapToInt(each -> each.piece().weight())
                .sum();
        double before = 0;
        for (int i = 0; i < judged.size(); i++) {
            Judged each = judged.get(i);
            before += each.kept() ? each.piece().weight() : 0;
            boolean sign = each.rule().equals("phrase.related")
                    || each.rule().equals("phrase.comment")
                    || each.rule().equals("phrase.newsletter");
            boolean heading =
                    each.piece().kind() == Kind.HEADING || each.piece().words() <= 5;
            if (sign && heading && before > 0 && before >= whole * 0.85) {
                return cut(judged, i);
            }
        }
        return judged;
    }

    private static List<Judged> cut(List<Judged> judged, int at) {
        List<Judged> result = new ArrayList<>(judged.subList(0, at));
        judged.subList(at, judged.size()).forEach(each -> result.add(each.kept() ? each.dropped("after-end") : each));
        return result;
    }
}
