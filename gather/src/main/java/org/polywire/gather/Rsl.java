package org.polywire.gather;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;

/**
 * Licences in Really Simple Licensing 1.0 (rslstandard.org): for which addresses which uses are permitted, prohibited or to be
 * paid for.
 *
 * <p>What we do counts as {@code ai-input} (a machine reads the text to make another of it) and as {@code search} (the site
 * shows and finds it); a licence that permits some uses but not the first does not permit ours.
 */
final class Rsl {
    /** The last rules of a longer document are left out; what is then unknown is undecided, not allowed. */
    private static final int MOST = 1_000;

    private static final Set<String> OURS = Set.of("all", "ai-all", "ai-input");
    private static final Set<String> FREE = Set.of("free", "attribution", "");

    /** Stands for a licence that could not be read. */
    static final Rsl UNREADABLE =
            new Rsl(List.of(new Content("/", Kind.RSL_ASKS_FOR_LICENCE, "the licence could not be read")));

    private final List<Content> contents;

    private record Content(String url, Kind kind, String words) {}

    private Rsl(List<Content> contents) {
        this.contents = contents;
    }

    static Rsl parse(String xml) {
        Document document = Parser.xmlParser().parseInput(xml, "");
        List<Content> contents = new ArrayList<>();
        document.stream()
                .filter(element -> XmlNames.isNamed(element, "content"))
                .limit(MOST)
                .forEach(content -> contents.add(new Content(content.attr("url"), kind(content), words(content))));
        return new Rsl(List.copyOf(contents));
    }

    private static String words(Element content) {
        return content.outerHtml().replaceAll("\\s+", " ");
    }

    private static Kind kind(Element content) {
        if (content.hasAttr("server") && !content.attr("server").isBlank()) {
            return Kind.RSL_ASKS_FOR_LICENCE;
        }
        List<Kind> licences = named(content, "license").map(Rsl::licence).toList();
        if (licences.isEmpty() || licences.contains(Kind.RSL_PERMITS)) {
            return Kind.RSL_PERMITS;
        }
        return licences.getFirst();
    }

    private static Kind licence(Element licence) {
        Set<String> permitted = usages(licence, "permits");
        boolean prohibited = usages(licence, "prohibits").stream().anyMatch(OURS::contains);
        boolean left = !permitted.isEmpty() && permitted.stream().noneMatch(OURS::contains);
        if (prohibited || left) {
            return Kind.RSL_PROHIBITS;
        }
        boolean free = named(licence, "payment")
                .allMatch(payment -> FREE.contains(payment.attr("type").strip().toLowerCase(Locale.ROOT)));
        return free ? Kind.RSL_PERMITS : Kind.RSL_ASKS_FOR_LICENCE;
    }

    private static Set<String> usages(Element licence, String name) {
        return named(licence, name)
                .filter(element ->
                        element.attr("type").isBlank() || element.attr("type").equalsIgnoreCase("usage"))
                .flatMap(element ->
                        Stream.of(element.text().toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .filter(usage -> !usage.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Stream<Element> named(Element parent, String name) {
        return parent.children().stream().filter(child -> XmlNames.isNamed(child, name));
    }

    /** What it says for an address; the pattern that matches most of it decides, as in RFC 9309. */
    Stream<Signal> signals(String place, URI address) {
        return contents.stream()
                .filter(content -> PathPattern.of(content.url()).matches(address))
                .max(java.util.Comparator.comparingInt(content -> content.url().length()))
                .map(content -> new Signal(content.kind(), place, content.words()))
                .stream();
    }
}
