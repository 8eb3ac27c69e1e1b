package org.polywire.samples;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The front door: invented newspapers on loopback that publish, correct and withdraw articles at a given {@link Pace}.
 *
 * <p>Texts, names and pictures were made for this project and are in the public domain (CC0). Safe to share between threads.
 */
public final class SamplePress implements AutoCloseable {
    private final List<Newspaper> newspapers;
    private final Timetable timetable;
    private final PressHub hub;
    private final Herald herald;

    private SamplePress(List<Newspaper> newspapers, Timetable timetable, PressHub hub) {
        this.newspapers = newspapers;
        this.timetable = timetable;
        this.hub = hub;
        herald = new Herald(hub, newspapers, timetable);
    }

    /** Opens every paper, and the hub, on a port of its own that happens to be free. */
    public static SamplePress start(Pace pace) {
        return start(pace, 0);
    }

    /**
     * Opens the papers, then the hub, on ports that follow one another, so that addresses are the same at the next start.
     *
     * @param firstPort 0 for any free ports
     * @throws java.io.UncheckedIOException if a port is taken
     */
    public static SamplePress start(Pace pace, int firstPort) {
        List<String> ids = Resources.lines("papers.txt");
        PressHub hub = PressHub.start(firstPort == 0 ? 0 : firstPort + ids.size(), pace.clock());
        List<Newspaper> newspapers = open(ids, firstPort, hub.address());
        Timetable timetable = new Timetable(pace, runningOrder(newspapers));
        newspapers.forEach(newspaper -> newspaper.open(timetable));
        return new SamplePress(newspapers, timetable, hub);
    }

    private static List<Newspaper> open(List<String> ids, int firstPort, URI hub) {
        List<Newspaper> newspapers = new ArrayList<>();
        for (String id : ids) {
            int port = firstPort == 0 ? 0 : firstPort + newspapers.size();
            newspapers.add(new Newspaper(Masthead.load(id), port, hub));
        }
        return List.copyOf(newspapers);
    }

    /** The lines {@code PAPER/FILE} of {@code running-order.txt}. */
    private static List<Entry> runningOrder(List<Newspaper> newspapers) {
        Map<String, Newspaper> byId = newspapers.stream()
                .collect(Collectors.toMap(newspaper -> newspaper.masthead().id(), Function.identity()));
        List<Entry> entries = new ArrayList<>();
        for (String line : Resources.lines("running-order.txt")) {
            String[] words = line.split("/", 2);
            Newspaper newspaper = byId.get(words[0]);
            if (newspaper == null) {
                throw new IllegalStateException("no such paper: " + line);
            }
            entries.add(newspaper.entry(entries.size(), Manuscript.load(words[0], words[1])));
        }
        return entries;
    }

    public List<Paper> papers() {
        return newspapers.stream().map(Newspaper::paper).toList();
    }

    /** Where each of its servers is asked, papers and hub, as {@code host:port}. */
    public List<String> authorities() {
        return Stream.concat(newspapers.stream().map(Newspaper::home), Stream.of(hub.address()))
                .map(URI::getAuthority)
                .toList();
    }

    PressHub hub() {
        return hub;
    }

    /** What must have become of each article when the press has finished, in the order of release. */
    public List<Expectation> expectations() {
        Routes routes = Routes.load();
        return newspapers.stream()
                .flatMap(newspaper -> timetable.entries().stream()
                        .filter(entry -> entry.manuscript()
                                .paper()
                                .equals(newspaper.masthead().id()))
                        .map(entry -> Map.entry(entry.position(), expectation(newspaper, entry, routes))))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Expectation expectation(Newspaper newspaper, Entry entry, Routes routes) {
        Masthead masthead = newspaper.masthead();
        Manuscript manuscript = entry.manuscript();
        Manuscript last = manuscript.special() == Special.CORRECTED ? manuscript.corrected() : manuscript;
        return new Expectation(
                entry.address(),
                masthead.id(),
                routes.outcomes(masthead.setting("language"), manuscript.special()),
                manuscript.special().signal(),
                manuscript.word("wire"),
                new Truths(masthead, newspaper.home()).of(last));
    }

    /** All that has happened and will, in order of time; the times of changes move until their article was fetched. */
    public List<Event> events() {
        return timetable.events();
    }

    /** How long the whole takes if changing articles are fetched as soon as they appear. */
    public Duration length() {
        return timetable.length();
    }

    /** Whether every article is released and every change has happened. */
    public boolean finished() {
        return timetable.finished();
    }

    @Override
    public void close() {
        herald.close();
        hub.close();
        newspapers.forEach(Newspaper::close);
    }
}
