package org.polywire.extract;

import java.net.URI;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Finds the words of a picture, and parts what it shows from who made it. */
final class Captions {
    private static final Evaluator FIGCAPTION = new Evaluator.Tag("figcaption");
    private static final Evaluator FIGURE = new Evaluator.Tag("figure");
    private static final Evaluator IMAGE = new Evaluator.Tag("img");
    private static final Evaluator CITE = new Evaluator.Tag("cite");
    private static final Evaluator PARAGRAPH = new Evaluator.Tag("p");
    private static final Evaluator CAPTION_OR_IMAGE = QueryParser.parse("figcaption, img");
    private static final Evaluator PARTS = QueryParser.parse("span, small, cite, div");
    private static final Evaluator MORE = QueryParser.parse("h1, h2, h3, h4, h5, h6, li, time");
    private static final Expression ALL_IN_BRACKETS = form("^[(（]([^()（）]{2,80})[)）]$", "(", "（");
    private static final Expression IN_BRACKETS = form(
            "\\s*[(\\[]([^()\\[\\]]{2,80}(?:/|[Vv]ia |Getty|\\bAP\\b|AFP|REUTERS|Reuters|\\bdpa\\b|\\bEPA\\b|\\bEFE\\b|\\bPA\\b|[Ii]mago|Shutterstock|Alamy)"
                    + "[^()\\[\\]]{0,80})[)\\]]\\.?$",
            "(",
            "[");
    private static final Expression NAME_AND_AGENCY =
            form("(?<=[.!?»”\"])\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}/\\s*\\p{Lu}[\\p{L}\\d .'’/-]{1,40})$", "/");
    private static final String AGENCY =
            "(?:Getty|AFP|\\bAP\\b|REUTERS|Reuters|\\bdpa\\b|DPA|[Ii]mago|IMAGO|\\bEPA\\b|\\bEFE\\b|ANSA|Shutterstock"
                    + "|Alamy|PA (?:Images|Wire|Media)|picture.alliance|Keystone|KEYSTONE|\\bAPA\\b|\\bNTB\\b|Scanpix|Ritzau|iStock|[Ss]tock\\.[Aa]dobe"
                    + "|Adobe Stock|Unsplash|Pexels|Bloomberg|\\bPAP\\b|\\bTASS\\b|Xinhua|Wikimedia|Europa Press|共同|時事|新华|新華)";
    /** Of which each of the agencies has one. */
    private static final List<String> AGENCY_SIGNS = List.of(
            "getty",
            "afp",
            "ap",
            "reuters",
            "dpa",
            "imago",
            "epa",
            "efe",
            "ansa",
            "shutterstock",
            "alamy",
            "pa ",
            "picture",
            "keystone",
            "ntb",
            "scanpix",
            "ritzau",
            "stock",
            "unsplash",
            "pexels",
            "bloomberg",
            "tass",
            "xinhua",
            "wikimedia",
            "europa press",
            "共同",
            "時事",
            "新华",
            "新華");

    private static final Pattern AGENCIES = Pattern.compile(AGENCY);
    private static final Expression AFTER_BAR = form(
            "\\s+[|—]\\s*([^|—]{0,80}" + AGENCY + "[^|—]{0,60}|(?:\\p{Lu}[\\p{L}.'’-]+\\s*/?\\s*){1,5})$", "|", "—");
    private static final Expression AGENCY_LAST = new Expression(
            Pattern.compile("(?<=[.!?…»”\"])\\s+([^.!?…]{0,60}" + AGENCY + "[^.!?…]{0,40})$"), AGENCY_SIGNS);
    private static final Expression NAME_IN_BRACKETS =
            form("(?<=[.!?…»”\"\\p{L}])\\s*[(（]\\s*((?:\\p{Lu}[\\p{L}.'’-]*[\\s/]*){1,4}?)\\s*[)）]\\.?$", "(", "（");
    private static final Expression WIDE_RIGHTS = form("\\s*[（(][ＣC][)）]\\s*([^（(]{2,60})$", "c)", "c）", "ｃ)", "ｃ）");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。؟][»”’\"')]*$");
    private static final String MARKS = ",;:|/–—-";
    private static final Set<String> LAST = Set.of("span", "small", "cite", "div");
    private static final int LONGEST = 160;
    private static final int NAME = 60;
    private static final int FRAMED = 250;
    /** So few characters are no caption. */
    private static final int FRAMED_LEAST = 9;

    private static final int LEVELS = 5;
    /** How often one picture may stand in one place, for screens of all sizes; more are pictures of their own. */
    private static final int MOST_COPIES = 8;

    private static final int LONGEST_CAPTION = 600;

    /** Captions of galleries run to some hundred words; the patterns' time grows with the square of the text. */
    private static final int LONGEST_TO_SPLIT = 4_000;

    private static final Set<Phrases.Group> FURNITURE =
            EnumSet.of(Phrases.Group.PLAYER, Phrases.Group.SHARE, Phrases.Group.AD);

    private final URI base;
    private final Phrases phrases;
    private final Evaluator credits;
    private final Evaluator named;
    private final List<Expression> forms;
    private final Expression label;
    private final Expression rightsWords;
    private final Map<Element, Words> known = new IdentityHashMap<>();

    Captions(Phrases phrases, URI base, Signs signs) {
        this.base = base;
        credits = new Named(signs, Sign.CREDIT, "copyrightholder", "author");
        named = new Named(signs, Sign.CAPTION);
        this.phrases = phrases;
        forms = List.of(
                ALL_IN_BRACKETS,
                IN_BRACKETS,
                phrases.labelledCredit(),
                NAME_AND_AGENCY,
                AFTER_BAR,
                AGENCY_LAST,
                NAME_IN_BRACKETS,
                WIDE_RIGHTS);
        label = phrases.creditLabel();
        rightsWords = phrases.rightsWords();
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

    private Words read(Element figure) {
        Optional<Element> caption = caption(figure);
        if (caption.isEmpty()) {
            Words attributes = ofAttributes(figure);
            if (!attributes.caption().isEmpty()) {
                return attributes;
            }
        }
        Optional<Element> credit = credit(figure, caption);
        if (caption.isEmpty()) {
            return new Words(List.of(), credit.map(this::creditText).orElse(""));
        }
        List<Inline> inlines =
                InlineReader.read(base, cleared(caption.get(), credit).childNodes());
        return credit.map(element -> new Words(inlines, creditText(element)))
                .filter(words -> !words.credit().isEmpty())
                .orElseGet(() -> split(Inlines.text(inlines), inlines));
    }

    /** A caption without counters and without its credit: a copy, if there is anything to take out. */
    private Element cleared(Element caption, Optional<Element> credit) {
        boolean counted = hasDigit(caption)
                && caption.select(PARTS).stream().anyMatch(part -> part != caption && isCounter(part));
        if (credit.isEmpty() && !counted) {
            return caption;
        }
        Element copy = caption.clone();
        if (counted) {
            copy.select(PARTS).stream()
                    .filter(part -> part != copy && isCounter(part))
                    .forEach(Element::remove);
        }
        if (credit.isPresent()) {
            String words = Texts.of(credit.get());
            copy.select(credits).remove();
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
        return credit.isEmpty()
                ? split(caption, Inlines.ofText(caption))
                : new Words(Inlines.ofText(caption), bare(credit));
    }

    private static String attribute(Element image, String... names) {
        return Stream.of(names)
                .map(name -> Markup.attribute(image, name))
                .filter(value -> !value.isBlank())
                .map(value -> Texts.line(Jsoup.parseBodyFragment(value).text()))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_CAPTION)
                .filter(text -> text.indexOf('{') < 0 && !text.contains("://"))
                .findFirst()
                .orElse("");
    }

    /** Whether a text is a button or a counter of a gallery. */
    private boolean isFurniture(Element element) {
        return !Texts.isLonger(element, NAME)
                && phrases.ofBlock(Texts.line(element))
                        .filter(FURNITURE::contains)
                        .isPresent();
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

    private Optional<Element> caption(Element figure) {
        Element own = figure.selectFirst(FIGCAPTION);
        if (own != null && !isFurniture(own)) {
            return Optional.of(own);
        }
        Element frame = figure.closest(FIGURE);
        Element around = frame == null ? null : frame.selectFirst(FIGCAPTION);
        if (around != null && !isFurniture(around)) {
            return Optional.of(around);
        }
        Element scope = figure;
        for (int i = 0; i < LEVELS; i++) {
            Optional<Element> found = scope.select(named).stream()
                    .filter(element -> element != figure
                            && !Texts.isLonger(element, LONGEST_CAPTION)
                            && !Texts.isBlank(element)
                            && !isFurniture(element))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            Element parent = scope.parent();
            if (parent == null || hasOthers(parent)) {
                return Optional.empty();
            }
            List<Element> paragraphs = parent.select(PARAGRAPH);
            boolean credited = paragraphs.size() == 2 && isCredit(paragraphs.getLast());
            if ((paragraphs.size() <= 1 || credited) && isFrame(parent) && !isFurniture(parent)) {
                return Optional.of(parent);
            }
            if (paragraphs.size() > 1 && parent.selectFirst(named) == null) {
                return Optional.empty();
            }
            scope = parent;
        }
        return Optional.empty();
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
        return !Texts.isLonger(paragraph, LONGEST) && (paragraph.is(credits) || label.isIn(Texts.line(paragraph)));
    }

    /** An element with one picture and a few words, which can only be about it. */
    private static boolean isFrame(Element element) {
        return !Texts.isLonger(element, FRAMED)
                && Texts.isLonger(element, FRAMED_LEAST)
                && element.selectFirst(MORE) == null;
    }

    private Optional<Element> credit(Element figure, Optional<Element> caption) {
        return caption.flatMap(this::last)
                .or(() -> last(figure))
                .or(() -> caption.flatMap(Captions::onlyCited))
                .or(() -> caption.flatMap(Captions::afterSentence));
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
        boolean agency = text.endsWith(credit) && AGENCIES.matcher(credit).find() && text.length() > credit.length();
        return name && (after || agency) ? Optional.of(end) : Optional.empty();
    }

    private Optional<Element> last(Element scope) {
        return scope.select(credits).stream()
                .filter(element -> element != scope)
                .filter(element -> !isBareLabel(element))
                .filter(element -> !Texts.isBlank(element) && !Texts.isLonger(element, LONGEST))
                .filter(element -> element.selectFirst(CAPTION_OR_IMAGE) == null)
                .findFirst();
    }

    /** Whether an element only says that a credit follows. */
    private boolean isBareLabel(Element element) {
        return !Texts.isLonger(element, NAME)
                && !Texts.isBlank(element)
                && withoutRights(Texts.line(element)).isEmpty();
    }

    private String creditText(Element element) {
        return bare(Texts.line(element));
    }

    private String withoutRights(String credit) {
        return rightsWords.takenFrom(credit);
    }

    /** A credit without its label, brackets and marks of rights. */
    String bare(String credit) {
        String bare = withoutRights(credit);
        String before;
        do {
            before = bare;
            bare = label.takenFrom(bare).strip();
        } while (!before.equals(bare));
        return withoutLooseBracket(Texts.beforeMarks(Texts.afterMarks(bare, MARKS + "(["), MARKS));
    }

    private static String withoutLooseBracket(String credit) {
        boolean closed = credit.endsWith(")") || credit.endsWith("]");
        boolean loose = closed && credit.indexOf('(') < 0 && credit.indexOf('[') < 0;
        return loose ? credit.substring(0, credit.length() - 1) : credit;
    }

    /** A form in which a credit ends a caption, with signs of which a text must have one. */
    private static Expression form(String expression, String... signs) {
        return new Expression(Pattern.compile(expression), List.of(signs));
    }

    /** Parts a credit off a caption; a text too long to be a caption is left whole. */
    Words split(String text, List<Inline> inlines) {
        if (text.length() > LONGEST_TO_SPLIT) {
            return new Words(inlines, "");
        }
        for (Expression form : forms) {
            Matcher matcher = form.find(text);
            if (matcher != null) {
                List<Inline> caption =
                        cut(inlines, text.substring(0, matcher.start()).strip().length());
                return new Words(caption, bare(matcher.group(1).strip()));
            }
        }
        return new Words(inlines, "");
    }

    /** The first characters of the inlines; marks that the cut would split lose their words behind it. */
    private static List<Inline> cut(List<Inline> inlines, int length) {
        java.util.ArrayList<Inline> kept = new java.util.ArrayList<>();
        int left = length;
        for (Inline inline : inlines) {
            String text = Inlines.text(List.of(inline));
            if (text.length() <= left) {
                kept.add(inline);
            } else if (left > 0) {
                kept.addAll(Inlines.ofText(text.substring(0, left)));
            }
            left = Math.max(0, left - text.length());
        }
        return trimmed(kept);
    }

    private static List<Inline> trimmed(List<Inline> inlines) {
        if (inlines.isEmpty()
                || !(inlines.getLast() instanceof Inline.Text(String value))
                || !value.equals(value.stripTrailing())) {
            return inlines.stream()
                    .map(inline -> inline == inlines.getLast() && inline instanceof Inline.Text(String last)
                            ? Inlines.ofText(last.stripTrailing())
                            : List.of(inline))
                    .flatMap(List::stream)
                    .collect(Collectors.toList());
        }
        return inlines;
    }
}
