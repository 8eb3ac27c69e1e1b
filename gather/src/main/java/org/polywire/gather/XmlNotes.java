package org.polywire.gather;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what an XML feed says of itself: rights, licences, hubs, and how often it wants to be read. */
final class XmlNotes {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private XmlNotes() {}

    static FeedNotes read(Element channel, URI base) {
        return new FeedNotes(
                rights(channel),
                licence(channel, base),
                atomLinks(channel, "hub", base).toList(),
                atomLinks(channel, "self", base).findFirst().orElse(null),
                new FeedPace(ttl(channel), hours(channel), days(channel)));
    }

    private static String rights(Element channel) {
        return Stream.concat(
                        Stream.of("copyright", "rights").flatMap(name -> XmlNames.children(channel, name)),
                        XmlNames.dublinCore(channel, "rights"))
                .map(XmlText::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** RFC 4946, the creativeCommons module of RSS and that of Creative Commons itself ({@code cc:license}). */
    static String licence(Element element, URI base) {
        Stream<URI> modules = element.children().stream()
                .filter(child -> XmlNames.isNamed(child, "license"))
                .map(child -> child.hasAttr("rdf:resource") ? child.attr("rdf:resource") : child.wholeText())
                .flatMap(text -> Links.absolute(text.strip()).stream());
        return Stream.concat(atomLinks(element, "license", base), modules)
                .findFirst()
                .map(URI::toString)
                .orElse("");
    }

    private static Stream<URI> atomLinks(Element element, String relation, URI base) {
        return Stream.concat(XmlNames.atom(element, "link"), XmlNames.children(element, "link"))
                .filter(link -> link.attr("rel").strip().equalsIgnoreCase(relation))
                .map(link -> link.attr("href"))
                .filter(reference -> !reference.isBlank())
                .flatMap(reference -> Links.resolve(base, reference).stream())
                .distinct();
    }

    private static Duration ttl(Element channel) {
        return XmlNames.children(channel, "ttl")
                .findFirst()
                .flatMap(XmlNotes::number)
                .map(Duration::ofMinutes)
                .orElseGet(() -> period(channel));
    }

    /** The syndication module of RSS 1.0 (http://purl.org/rss/1.0/modules/syndication/). */
    private static Duration period(Element channel) {
        int minutes = text(channel, "updatePeriod").map(XmlNotes::minutes).orElse(0);
        int frequency = named(channel, "updateFrequency")
                .findFirst()
                .flatMap(XmlNotes::number)
                .orElse(1);
        return Duration.ofMinutes(minutes / Math.max(1, frequency));
    }

    private static int minutes(String period) {
        return switch (period) {
            case "hourly" -> 60;
            case "daily", "weekly", "monthly", "yearly" -> MINUTES_OF_A_DAY;
            default -> 0;
        };
    }

    private static Set<Integer> hours(Element channel) {
        return inside(channel, "skipHours", "hour")
                .flatMap(hour -> number(hour).stream())
                .filter(hour -> hour <= 24)
                .map(hour -> hour % 24)
                .collect(Collectors.toSet());
    }

    private static Set<DayOfWeek> days(Element channel) {
        List<DayOfWeek> all = Arrays.asList(DayOfWeek.values());
        return inside(channel, "skipDays", "day")
                .map(day -> day.wholeText().strip().toUpperCase(Locale.ROOT))
                .flatMap(name -> all.stream().filter(day -> day.name().equals(name)))
                .collect(Collectors.toSet());
    }

    private static Stream<Element> inside(Element channel, String outer, String inner) {
        return named(channel, outer).flatMap(element -> named(element, inner));
    }

    private static Optional<String> text(Element parent, String name) {
        return named(parent, name)
                .findFirst()
                .map(element -> element.wholeText().strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> number(Element element) {
        String digits = element.wholeText().strip();
        return digits.matches("\\d{1,5}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static Stream<Element> named(Element parent, String name) {
        return parent.children().stream().filter(child -> XmlNames.isNamed(child, name));
    }
}
