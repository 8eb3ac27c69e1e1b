package org.polywire.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.polywire.extract.Phrases.Group;
import org.polywire.model.Byline;
import org.polywire.model.Byline.Kind;
import tools.jackson.databind.JsonNode;

/** Finds who wrote the article, and takes roles, places, agencies' codes and "by" away from the names. */
final class Bylines {
    private static final int MAX_NAMES = 20;
    private static final Pattern SPLIT = Pattern.compile(
            "\\s*[;/|•·、]\\s*|\\s+(?:and|und|et|y|e|i|en|og|och|oraz|ja|и|та|ve|و|및|with|mit|avec|con|&)\\s+|\\s*&\\s*");
    private static final Pattern JUNK = Pattern.compile(
            "(?i)\\S+@\\S+|https?://\\S+|(?<!\\S)@\\w+|\\(.*?\\)|\\[.*?]|\\bfor\\b.*|\\bfür\\b.*|\\d+.*|\\s[-–—]\\s.*|^[-–—,.:\\s]+|[-–—,.:\\s]+$");
    private static final Pattern ADDRESS = Pattern.compile("(?i)^\\s*(?:https?:|//|www\\.)");
    private static final Pattern INITIALS = Pattern.compile("\\b\\p{Lu}\\.?$");
    private static final Pattern FIRMA = Pattern.compile("(?:^|[-_ ])firma(?:$|[-_ ])");
    private static final List<String> NAMED = List.of("byline", "author-name", "authorname", "autor");
    private static final Pattern AROUND = Pattern.compile("(?i)(?:^|[-_ ])(?:byline|author)s?(?:-?name)?(?:$|[-_ ])");
    private static final String ELSEWHERE =
            "nav, aside, figure, [itemprop=image], [class*=related], [class*=comment], [class*=teaser]";
    private static final Pattern OF_PICTURE = Pattern.compile("(?i)foto|photo|image|credit|picture");
    private static final Pattern SENTENCES = Pattern.compile("\\p{L}{3}[.!?]\\s+\\p{Lu}");
    private static final Pattern NAMES = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:,?\\s+(?:de|da|do|dos|del|la|van|von|der|den|bin|y|e|i|et|and|und|en)(?=\\s)|,?\\s+\\p{Lu}[\\p{L}\\p{M}.’'-]*)+");
    private static final Set<String> LINES = Set.of("p", "div", "span", "address", "font", "li", "small", "cite");
    /** How many elements after the headline a line with "by" may stand. */
    private static final int NEAR = 25;

    private final Phrases phrases;
    private final Page page;
    private final String site;

    private Bylines(Phrases phrases, Page page, String site) {
        this.phrases = phrases;
        this.page = page;
        this.site = Words.key(site);
    }

    record Found(Choice choice, List<Byline> bylines) {}

    static Found of(Phrases phrases, Page page, Headlines headline) {
        return new Bylines(phrases, page, page.meta.first("og:site_name")).found(headline);
    }

    private Found found(Headlines headline) {
        Choice choice = new Choice("bylines");
        Map<String, List<Byline>> sources = new LinkedHashMap<>();
        sources.put("jsonld.author", clean(linked("author")));
        sources.put(
                "meta",
                clean(Stream.of(
                                "parsely-author",
                                "sailthru.author",
                                "byl",
                                "dc.creator",
                                "cxenseparse:author",
                                "dcterms.creator")
                        .flatMap(name -> page.meta.all(name).stream())
                        .toList()));
        List<String> marked = inHeader(marked());
        sources.put("page", clean(marked.isEmpty() ? inHeader(named()) : marked));
        sources.put("article:author", clean(page.meta.all("article:author")));
        sources.put("meta.author", clean(page.meta.all("author")));
        sources.put("line", clean(underHeadline(headline)));
        sources.forEach((source, names) -> choice.offer(source, names(names)));
        List<Byline> best = sources.values().stream()
                .filter(names -> names.stream().anyMatch(name -> name.kind() == Kind.PERSON))
                .findFirst()
                .orElseGet(() -> sources.values().stream()
                        .filter(names -> !names.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
        sources.entrySet().stream()
                .filter(entry -> entry.getValue() == best)
                .findFirst()
                .ifPresent(entry -> choice.take(entry.getKey(), names(best)));
        return new Found(choice, best);
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
                .map(name -> organisation ? "\u0001" + name : name);
    }

    /** The elements that say in microdata or in a link's relation that they hold an author. */
    private List<Element> marked() {
        return Stream.concat(page.properties().stream(), page.tagged("a").stream())
                .filter(Bylines::isMarked)
                .sorted(Comparator.comparingInt(page::position))
                .distinct()
                .toList();
    }

    private static boolean isMarked(Element element) {
        String property = element.attr("itemprop").strip();
        return property.equalsIgnoreCase("author")
                || element.tagName().equals("a") && element.attr("rel").strip().equalsIgnoreCase("author")
                || property.equalsIgnoreCase("name") && isWithinAuthor(element);
    }

    private static boolean isWithinAuthor(Element element) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (at.attr("itemprop").strip().equalsIgnoreCase("author")) {
                return true;
            }
        }
        return false;
    }

    /** The elements whose class says that they hold an author, and links within such. */
    private List<Element> named() {
        Map<String, Boolean> around = new HashMap<>();
        return page.all().stream()
                .filter(element ->
                        isNamed(element.className()) || element.tagName().equals("a") && isWithin(element, around))
                .toList();
    }

    private static boolean isNamed(String classes) {
        if (classes.isEmpty()) {
            return false;
        }
        String names = Texts.lower(classes);
        return NAMED.stream().anyMatch(names::contains)
                || names.contains("firma") && FIRMA.matcher(names).find();
    }

    private static boolean isWithin(Element element, Map<String, Boolean> known) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            String classes = at.className();
            if (!classes.isEmpty()
                    && known.computeIfAbsent(
                            classes, name -> AROUND.matcher(name).find())) {
                return true;
            }
        }
        return false;
    }

    private List<String> inHeader(List<Element> elements) {
        List<String> names = new ArrayList<>();
        for (Element element : elements) {
            if (names.size() == 4) {
                break;
            }
            boolean inside = element.closest(ELSEWHERE) == null
                    && (element.closest("footer") == null || element.closest("article footer [itemprop]") != null)
                    && !OF_PICTURE.matcher(element.className()).find();
            String text = inside && !Texts.isLonger(element, 119) ? element.text() : "";
            boolean name = !text.isEmpty() && !SENTENCES.matcher(text).find();
            if (inside && name && names.size() < 4) {
                names.add(text);
            }
        }
        return names;
    }

    /** A line of names with "by" before them, soon after the headline. */
    private List<String> underHeadline(Headlines headline) {
        if (!headline.visible()) {
            return List.of();
        }
        int start = page.position(headline.element());
        List<Element> near = page.all()
                .subList(
                        Math.min(start + 1, page.all().size()),
                        Math.min(start + 1 + NEAR, page.all().size()));
        return near.stream()
                .filter(element -> LINES.contains(element.tagName()))
                .map(element -> Texts.line(element.text()))
                .filter(text -> text.length() < 100 && phrases.startsWithBy(text))
                .filter(text -> NAMES.matcher(phrases.withoutBy(text)).matches())
                .limit(1)
                .toList();
    }

    private List<Byline> clean(List<String> raw) {
        Map<String, Byline> byKey = new LinkedHashMap<>();
        raw.stream()
                .filter(name -> !ADDRESS.matcher(name).find())
                .limit(MAX_NAMES)
                .flatMap(this::split)
                .filter(byline -> byKey.keySet().stream().noneMatch(key -> key.contains(Words.key(byline.name()))))
                .forEach(byline -> byKey.put(Words.key(byline.name()), byline));
        return List.copyOf(byKey.values());
    }

    private Stream<Byline> split(String raw) {
        if (raw.startsWith("\u0001")) {
            String name = Texts.line(raw.substring(1));
            return name.isEmpty() ? Stream.empty() : Stream.of(new Byline(name, kind(name, true)));
        }
        String line = phrases.withoutBy(Texts.line(raw));
        return SPLIT.splitAsStream(line)
                .flatMap(this::atCommas)
                .map(this::name)
                .filter(name -> !name.isBlank() && name.length() < 80 && !name.startsWith("http"))
                .map(name -> new Byline(name, kind(name, false)));
    }

    /** Names between commas; what follows a comma and is a role or a place is dropped. */
    private Stream<String> atCommas(String line) {
        String[] parts = line.split("\\s*[,，]\\s*");
        if (parts.length == 2
                && !parts[0].contains(" ")
                && !parts[1].contains(" ")
                && INITIALS.matcher(parts[0]).find()) {
            return Stream.of(parts[1] + " " + parts[0]);
        }
        return Stream.of(parts)
                .filter(part -> parts.length == 1
                        || part == parts[0]
                        || part.contains(" ")
                                && !phrases.matches(Group.ROLE, part)
                                && !part.matches("(?:in|à|en|em|aus) .*"));
    }

    private String name(String part) {
        String name = part;
        String before;
        do {
            before = name;
            name = phrases.withoutBy(JUNK.matcher(name).replaceAll("").strip());
        } while (!before.equals(name));
        name = name.replaceAll("\\s*(?:기자|記者|记者)$", "");
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT))
                && name.contains(" ")
                && name.length() > 5
                && !name.equals(name.toLowerCase(Locale.ROOT));
        return shouted ? titleCase(name) : name;
    }

    private static String titleCase(String name) {
        StringBuilder cased = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < cased.length(); i++) {
            if (i == 0 || !Character.isLetter(cased.charAt(i - 1))) {
                cased.setCharAt(i, Character.toUpperCase(cased.charAt(i)));
            }
        }
        return cased.toString();
    }

    private Kind kind(String name, boolean declared) {
        boolean organisation = declared
                || Words.key(name).equals(site)
                || phrases.matches(Group.DESK, name)
                || name.matches(".*\\.(?:com|de|fr|net|org|es|pt|it|uk)");
        return organisation ? Kind.ORGANISATION : Kind.PERSON;
    }
}
