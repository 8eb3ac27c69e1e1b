package org.polywire.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Byline;
import org.polywire.model.Byline.Kind;
import tools.jackson.databind.JsonNode;

/** Finds who wrote the article: all that the page says in its data, on the page and under the headline, then the best of it. */
final class Bylines {
    private static final Evaluator ELSEWHERE = QueryParser.parse(
            "nav, aside, figure, [itemprop=image], [class*=related], [class*=comment], [class*=teaser]");
    private static final Evaluator LINK = new Evaluator.Tag("a");
    private static final Evaluator FOOTER = new Evaluator.Tag("footer");
    private static final Evaluator IN_FOOTER = QueryParser.parse("article footer [itemprop]");
    private static final Pattern OF_PICTURE = Pattern.compile("(?i)foto|photo|image|credit|picture");
    private static final Pattern SENTENCES = Pattern.compile("\\p{L}{3}[.!?]\\s+\\p{Lu}");
    private static final Pattern NAMES = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:,?\\s+(?:de|da|do|dos|del|la|van|von|der|den|bin|y|e|i|et|and|und|en)(?=\\s)|,?\\s+\\p{Lu}[\\p{L}\\p{M}.’'-]*)+");
    private static final Pattern AUTHOR = Pattern.compile("(?i)(?:^|\\s)author(?:\\s|$)");
    private static final Pattern OF_AUTHOR = Pattern.compile(
            "(?i)/(?:authors?|auteurs?|autor(?:en|es|i)?|profile|reporters?|journalists?|staff|byline)/");
    private static final List<String> NAMING =
            List.of("parsely-author", "sailthru.author", "byl", "dc.creator", "cxenseparse:author", "dcterms.creator");
    private static final Set<String> LINES = Set.of("p", "div", "span", "address", "font", "li", "small", "cite");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINE = 99;
    private static final int MOST_NAME_WORDS = 4;
    /** How many elements after the headline a line with "by" may stand. */
    private static final int NEAR = 25;
    /** How many elements there may be between the names of two who wrote together. */
    private static final int TOGETHER = 60;

    private final Phrases phrases;
    private final Page page;
    private final AuthorNames names;

    private Bylines(Phrases phrases, Page page) {
        this.phrases = phrases;
        this.page = page;
        names = new AuthorNames(phrases, page, page.meta.first("og:site_name"));
    }

    record Found(Choice choice, List<Byline> bylines) {}

    /**
     * @param explains whether all places are to be read, also those that cannot matter any more
     */
    static Found of(Phrases phrases, Page page, Headlines headline, boolean explains) {
        return new Bylines(phrases, page).found(headline, explains);
    }

    private Found found(Headlines headline, boolean explains) {
        Places places = new Places(headline);
        if (explains) {
            List.of(Place.values()).forEach(places::at);
        }
        List<Byline> best = places.first(Bylines::hasName)
                .or(() -> Optional.of(places.at(Place.DATA)).filter(names -> !names.isEmpty()))
                .or(() -> places.first(names -> names.stream().anyMatch(name -> name.kind() == Kind.PERSON)))
                .or(() -> places.first(names -> !names.isEmpty()))
                .orElse(List.of());
        List<Byline> linked = places.at(Place.LINK);
        List<Byline> written = places.at(Place.LINE);
        List<Byline> bare = isMoreThan(best, linked) ? linked : isNested(best, written) ? written : best;
        return new Found(places.choice(bare), bare);
    }

    /** Where a page names its authors, the most trusted place first. */
    private enum Place {
        DATA("jsonld.author"),
        META("meta"),
        CARD("card"),
        PAGE("page"),
        ARTICLE("article:author"),
        AUTHOR("meta.author"),
        LINE("line"),
        LINK("link");

        private final String source;

        Place(String source) {
            this.source = source;
        }
    }

    /** The names at each place, read when they are first asked for. */
    private final class Places {
        private final Headlines headline;
        private final Map<Place, List<Byline>> known = new EnumMap<>(Place.class);

        Places(Headlines headline) {
            this.headline = headline;
        }

        List<Byline> at(Place place) {
            List<Byline> found = known.get(place);
            if (found == null) {
                found = names.clean(written(place));
                known.put(place, found);
            }
            return found;
        }

        Optional<List<Byline>> first(Predicate<List<Byline>> test) {
            return Stream.of(Place.values()).map(this::at).filter(test).findFirst();
        }

        private List<String> written(Place place) {
            return switch (place) {
                case DATA -> linked("author");
                case META ->
                    NAMING.stream()
                            .flatMap(name -> page.meta.all(name).stream())
                            .toList();
                case CARD -> ofCards();
                case PAGE -> {
                    List<String> marked = inHeader(marked());
                    yield marked.isEmpty() ? inHeader(named()) : marked;
                }
                case ARTICLE -> page.meta.all("article:author");
                case AUTHOR -> page.meta.all("author");
                case LINE -> underHeadline(headline);
                case LINK -> linked(headline);
            };
        }

        /** What was read, and the place that has what is taken. */
        Choice choice(List<Byline> taken) {
            Choice choice = new Choice("bylines");
            known.forEach((place, found) -> choice.offer(place.source, names(found)));
            known.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(taken))
                    .findFirst()
                    .ifPresent(entry -> choice.take(entry.getKey().source, names(taken)));
            return choice;
        }
    }

    /** Whether one name is another with more words after it, such as those of a paper. */
    private static boolean isMoreThan(List<Byline> one, List<Byline> other) {
        return one.size() == 1
                && other.size() == 1
                && one.getFirst().name().startsWith(other.getFirst().name() + " ");
    }

    /** Whether all names of one are among those of the other, as where the data name editors and photographers beside the author. */
    private static boolean isNested(List<Byline> one, List<Byline> other) {
        Set<String> names = keys(one);
        Set<String> others = keys(other);
        return !others.isEmpty() && (names.containsAll(others) || !names.isEmpty() && others.containsAll(names));
    }

    private static Set<String> keys(List<Byline> bylines) {
        return bylines.stream().map(Byline::name).map(Words::key).collect(Collectors.toSet());
    }

    /** Whether one of them is a person by kind and by the look of the name: two words with capitals, where letters have them. */
    private static boolean hasName(List<Byline> bylines) {
        return bylines.stream()
                .filter(byline -> byline.kind() == Kind.PERSON)
                .map(Byline::name)
                .anyMatch(name -> NAMES.matcher(name).matches() || hasNoCase(name));
    }

    private static boolean hasNoCase(String text) {
        return text.chars().noneMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    /** What cards for sharing say: a label such as "Written by", and the name beside it. */
    private List<String> ofCards() {
        List<String> names = new ArrayList<>(page.meta.all("twitter:misc:written by"));
        for (String number : List.of("1", "2")) {
            String label = page.meta.first("twitter:label" + number);
            if (!label.isEmpty() && phrases.startsWithBy(label + " X")) {
                names.addAll(page.meta.all("twitter:data" + number));
            }
        }
        return names;
    }

    /** The links to pages of authors, soon after the headline. */
    private List<String> linked(Headlines headline) {
        return near(headline).stream()
                .filter(element -> element.tagName().equals("a")
                        && OF_AUTHOR.matcher(Markup.attribute(element, "href")).find())
                .filter(element -> !Texts.isLonger(element, LONGEST_NAME))
                .map(element -> Texts.line(element))
                .filter(text -> NAMES.matcher(phrases.withoutBy(text)).matches())
                .limit(4)
                .toList();
    }

    private List<Element> near(Headlines headline) {
        int start = headline.visible() ? page.position(headline.element()) + 1 : Integer.MAX_VALUE - NEAR;
        int size = page.all().size();
        return page.all().subList(Math.min(start, size), Math.min(start + NEAR, size));
    }

    private static String names(List<Byline> bylines) {
        return bylines.stream().map(Byline::name).collect(Collectors.joining("; "));
    }

    private List<String> linked(String field) {
        return StructuredData.each(page.data.article().path(field))
                .map(page.data::resolve)
                .flatMap(Bylines::namesOf)
                .toList();
    }

    private static Stream<String> namesOf(JsonNode author) {
        if (!author.isObject()) {
            return Stream.of(StructuredData.text(author));
        }
        boolean organisation = StructuredData.types(author).anyMatch(type -> type.contains("Organization"));
        return StructuredData.each(author.path("name"))
                .map(StructuredData::text)
                .map(name -> organisation ? AuthorNames.ORGANISATION + name : withoutAffiliation(name));
    }

    /** One person's name without the paper that stands behind a bar. */
    private static String withoutAffiliation(String name) {
        int bar = name.indexOf(" | ");
        return bar > 0 && NAMES.matcher(name.substring(0, bar).strip()).matches() ? name.substring(0, bar) : name;
    }

    /** The elements that say in microdata or in a link's relation that they hold an author. */
    private List<Element> marked() {
        return Stream.concat(page.properties().stream(), page.related().stream())
                .filter(Bylines::isMarked)
                .sorted(Comparator.comparingInt(page::position))
                .distinct()
                .toList();
    }

    private static boolean isMarked(Element element) {
        String property = Markup.attribute(element, "itemprop").strip();
        return AUTHOR.matcher(property).find()
                || element.tagName().equals("a")
                        && Markup.attribute(element, "rel").strip().equalsIgnoreCase("author")
                || property.equalsIgnoreCase("name") && isWithinAuthor(element);
    }

    private static boolean isWithinAuthor(Element element) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (AUTHOR.matcher(Markup.attribute(at, "itemprop")).find()) {
                return true;
            }
        }
        return false;
    }

    /** The elements whose class says that they hold an author, and links within such. */
    private List<Element> named() {
        Set<Element> around = page.signed(Sign.AROUND_AUTHOR).collect(Collectors.toSet());
        Stream<Element> links = around.stream()
                .filter(element -> isOutermost(element, around))
                .flatMap(element -> element.select(LINK).stream().filter(link -> link != element));
        return Stream.of(page.signed(Sign.AUTHOR), page.signed(Sign.FIRMA), links)
                .flatMap(Function.identity())
                .distinct()
                .sorted(Comparator.comparingInt(page::position))
                .toList();
    }

    /** Those within another would only give the same links again. */
    private static boolean isOutermost(Element element, Set<Element> all) {
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (all.contains(parent)) {
                return false;
            }
        }
        return true;
    }

    /** The first names; what stands far from the one before it belongs to something else on the page. */
    private List<String> inHeader(List<Element> elements) {
        List<String> names = new ArrayList<>();
        int last = Integer.MAX_VALUE - TOGETHER;
        for (Element element : elements) {
            if (names.size() == 4 || page.position(element) > last + TOGETHER) {
                break;
            }
            boolean inside = element.closest(ELSEWHERE) == null
                    && (element.closest(FOOTER) == null || element.closest(IN_FOOTER) != null)
                    && !OF_PICTURE.matcher(Markup.classes(element)).find();
            String text = inside && !Texts.isLonger(element, 119) ? Texts.of(element) : "";
            boolean name = !text.isEmpty() && !SENTENCES.matcher(text).find();
            if (inside && name) {
                names.add(text);
                last = page.position(element);
            }
        }
        return names;
    }

    /** A line of names with "by" before them, soon after the headline. */
    private List<String> underHeadline(Headlines headline) {
        return near(headline).stream()
                .filter(element -> LINES.contains(element.tagName()) && !Texts.isLonger(element, LONGEST_LINE))
                .map(element -> Texts.line(element))
                .filter(text -> phrases.startsWithBy(text))
                .filter(text -> isOfNames(phrases.withoutBy(text)))
                .limit(1)
                .toList();
    }

    /** Whether a text is names by the look of them; where letters have no case, by how few words it has. */
    private static boolean isOfNames(String text) {
        int words = hasNoCase(text) ? Words.of(text).size() : 0;
        return words >= 2 && words <= MOST_NAME_WORDS || NAMES.matcher(text).matches();
    }
}
