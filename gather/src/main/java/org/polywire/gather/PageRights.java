package org.polywire.gather;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Host.Kept;
import org.polywire.model.Capture;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;

/**
 * Reads what a page itself says about the use of its text: robots rules, text and data mining, usage preferences, licences,
 * machine-readable licences (RSL) that it links to, and whether it may be translated.
 *
 * <p>Licences that are linked to are fetched, and remembered for a day. One that cannot be read counts as one that asks for
 * more than we have. Safe to share between threads.
 */
public final class PageRights {
    private static final String RSL_TYPE = "application/rsl+xml";

    /** Where other people's work stands, or their words: an open licence there opens nothing. */
    private static final String OF_OTHERS = "aside, [class*=comment], [id*=comment]";

    private static final int MOST_LINKED = 2;
    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Gatherer gatherer;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<URI, Kept<List<Rsl>>> licences = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param gatherer for licences that pages link to
     */
    public PageRights(Gatherer gatherer, InstantSource clock) {
        this.gatherer = gatherer;
        this.clock = clock;
    }

    /** What a licence allows, told by its address. */
    public static Signal licence(String place, String address) {
        return Licences.signal(place, address);
    }

    /** Everything that the page says, in the order of this module's README. Never throws, whatever the bytes. */
    public List<Signal> signals(Capture page) {
        Document document = Parser.htmlParser()
                .parseInput(Decoding.text(page), page.address().toString());
        URI base = FeedFinder.base(document, page.address());
        List<Signal> signals = new ArrayList<>();
        document.select("meta[name][content]").forEach(meta -> meta(meta, signals));
        translation(document, signals);
        document.select("link[rel][href], a[rel][href]").forEach(link -> licence(link, base, signals));
        rsl(page, document, base).forEach(signals::add);
        return List.copyOf(signals);
    }

    private void meta(Element meta, List<Signal> signals) {
        String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
        String content = meta.attr("content").strip();
        switch (name) {
            case "robots", "polywire" ->
                RobotsTag.read("meta " + name, content, clock.instant()).forEach(signals::add);
            case "google" -> {
                if (content.equalsIgnoreCase("notranslate")) {
                    signals.add(new Signal(Kind.NO_TRANSLATION, "meta google", content));
                }
            }
            case "tdm-reservation" ->
                Reservations.signal("meta tdm-reservation", content).forEach(signals::add);
            case "tdm-policy" -> signals.add(new Signal(Kind.TDM_POLICY, "meta tdm-policy", content));
            default -> {
                // Says nothing about use.
            }
        }
    }

    private static void translation(Document document, List<Signal> signals) {
        Stream.of(document.selectFirst("html"), document.body())
                .filter(element -> element != null && isClosed(element))
                .findFirst()
                .ifPresent(element -> signals.add(new Signal(
                        Kind.NO_TRANSLATION,
                        element.normalName() + " element",
                        element.shallowClone().outerHtml())));
    }

    private static boolean isClosed(Element element) {
        return element.attr("translate").strip().equalsIgnoreCase("no") || element.hasClass("notranslate");
    }

    private static void licence(Element link, URI base, List<Signal> signals) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        boolean machine = link.attr("type").toLowerCase(Locale.ROOT).contains("rsl");
        boolean ofPicture = link.closest("figure, figcaption") != null;
        if (relations.contains("license") && !machine && !ofPicture) {
            Links.resolve(base, link.attr("href"))
                    .map(address -> Licences.signal(link.normalName() + " rel=license", address.toString()))
                    .filter(signal -> signal.kind() != Kind.LICENCE_OPEN || link.closest(OF_OTHERS) == null)
                    .ifPresent(signals::add);
        }
    }

    private Stream<Signal> rsl(Capture page, Document document, URI base) {
        Stream<Signal> inline = document.select("script[type=" + RSL_TYPE + "]").stream()
                .limit(MOST_LINKED)
                .flatMap(script -> Rsl.parse(script.data()).signals("inline RSL", page.address()));
        Stream<URI> linked = document.select("link[rel~=(?i)license][type=" + RSL_TYPE + "][href]").stream()
                .flatMap(link -> Links.resolve(base, link.attr("href")).stream());
        Stream<URI> fields = LinkField.all(page.headers(), page.address()).stream()
                .filter(link ->
                        link.relations().contains("license") && link.type().equals(RSL_TYPE))
                .map(LinkField::target);
        Stream<Signal> fetched = Stream.concat(linked, fields)
                .distinct()
                .limit(MOST_LINKED)
                .flatMap(address -> linked(address, page.address()));
        return Stream.concat(inline, fetched);
    }

    private Stream<Signal> linked(URI address, URI page) {
        List<Rsl> read = licences(address);
        return read.isEmpty()
                ? Stream.of(new Signal(Kind.RSL_ASKS_FOR_LICENCE, "RSL", address + " could not be read"))
                : read.stream().flatMap(rsl -> rsl.signals("RSL " + address, page));
    }

    /** The licence at an address, or none if it could not be read. */
    private List<Rsl> licences(URI address) {
        Instant now = clock.instant();
        lock.lock();
        try {
            Kept<List<Rsl>> kept = licences.get(address);
            if (kept != null && kept.youngerThan(DAY, now)) {
                return kept.value();
            }
        } finally {
            lock.unlock();
        }
        List<Rsl> read = fetch(address);
        keep(address, read, now);
        return read;
    }

    private void keep(URI address, List<Rsl> read, Instant now) {
        lock.lock();
        try {
            licences.put(address, new Kept<>(read, now));
            if (licences.size() > MOST_REMEMBERED) {
                licences.remove(licences.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Rsl> fetch(URI address) {
        Fetch fetch = gatherer.fetch(new Request(address, Validators.NONE, Purpose.FEED));
        return fetch instanceof Fetched fetched ? List.of(Rsl.parse(Decoding.text(fetched.capture()))) : List.of();
    }
}
