package org.polywire.samples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The front door: invented newspapers on loopback that publish, correct and withdraw articles at a given {@link Pace}.
 *
 * <p>Texts, names and pictures were made for this project and are in the public domain (CC0). Safe to share between threads.
 */
public final class SamplePress implements AutoCloseable {
    private final List<Newspaper> newspapers;
    private final Timetable timetable;

    private SamplePress(List<Newspaper> newspapers, Timetable timetable) {
        this.newspapers = newspapers;
        this.timetable = timetable;
    }

    /** Opens every paper on a port of its own that happens to be free. */
    public static SamplePress start(Pace pace) {
        return start(pace, 0);
    }

    /**
     * Opens the papers on ports that follow one another, so that addresses are the same at the next start.
     *
     * @param firstPort 0 for any free ports
     * @throws java.io.UncheckedIOException if a port is taken
     */
    public static SamplePress start(Pace pace, int firstPort) {
        List<Newspaper> newspapers = open(firstPort);
        Timetable timetable = new Timetable(pace, runningOrder(newspapers));
        newspapers.forEach(newspaper -> newspaper.open(timetable));
        return new SamplePress(newspapers, timetable);
    }

    private static List<Newspaper> open(int firstPort) {
        List<Newspaper> newspapers = new ArrayList<>();
        for (String id : Resources.lines("papers.txt")) {
            int port = firstPort == 0 ? 0 : firstPort + newspapers.size();
            newspapers.add(new Newspaper(Masthead.load(id), port));
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
        newspapers.forEach(Newspaper::close);
    }
}
