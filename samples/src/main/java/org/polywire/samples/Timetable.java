package org.polywire.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * When each article is released and changed. What stands now follows from the clock and from when each changing article was
 * first fetched; nothing runs in the background. Safe to share between threads.
 */
final class Timetable {
    private final Pace pace;
    private final Instant start;
    private final List<Entry> entries;
    private final Map<Entry, Instant> fetched = new ConcurrentHashMap<>();

    Timetable(Pace pace, List<Entry> entries) {
        this.pace = pace;
        this.start = pace.clock().instant();
        this.entries = List.copyOf(entries);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Notes that a reader has this article's page as it stands now. */
    void fetched(Entry entry) {
        fetched.putIfAbsent(entry, pace.clock().instant());
    }

    Standing standing(Entry entry) {
        Instant now = pace.clock().instant();
        if (now.isBefore(released(entry))) {
            return new Standing.Unreleased();
        }
        if (!isChanged(entry, now)) {
            return new Standing.Live(Version.first(entry.manuscript()), released(entry));
        }
        Instant since = changes(entry);
        return entry.manuscript().special() == Special.WITHDRAWN
                ? new Standing.Withdrawn(since)
                : new Standing.Live(Version.changed(entry.manuscript()), since);
    }

    private boolean isChanged(Entry entry, Instant now) {
        return entry.manuscript().special().changes() && fetched.containsKey(entry) && !now.isBefore(changes(entry));
    }

    private Instant released(Entry entry) {
        return start.plus(pace.betweenArrivals().multipliedBy(entry.position()));
    }

    /** When the change happens; the earliest possible moment as long as nobody has fetched the article. */
    private Instant changes(Entry entry) {
        Instant read = fetched.getOrDefault(entry, Instant.MIN);
        Instant from = read.isAfter(released(entry)) ? read : released(entry);
        return from.plus(pace.untilChange());
    }

    /** Everything that has happened and will, in order of time. */
    List<Event> events() {
        return entries.stream()
                .flatMap(this::events)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private Stream<Event> events(Entry entry) {
        Event release = event(released(entry), Event.Kind.RELEASED, entry);
        return switch (entry.manuscript().special()) {
            case CORRECTED -> Stream.of(release, event(changes(entry), Event.Kind.CORRECTED, entry));
            case TOUCHED -> Stream.of(release, event(changes(entry), Event.Kind.TOUCHED, entry));
            case WITHDRAWN -> Stream.of(release, event(changes(entry), Event.Kind.WITHDRAWN, entry));
            case NONE, ROBOTS, RESERVED, PAYWALL, MACHINE, RSL, NO_DERIVATIVES, NO_TRANSLATION, NO_SEARCH ->
                Stream.of(release);
        };
    }

    private static Event event(Instant at, Event.Kind kind, Entry entry) {
        return new Event(at, kind, entry.manuscript().paper(), entry.address());
    }

    /** Whether every article is released and every change has happened. */
    boolean finished() {
        Instant now = pace.clock().instant();
        return entries.stream()
                .allMatch(entry -> entry.manuscript().special().changes()
                        ? isChanged(entry, now)
                        : !now.isBefore(released(entry)));
    }

    /** How long the whole takes if each changing article is fetched as soon as it appears. */
    Duration length() {
        return events().stream()
                .map(event -> Duration.between(start, event.at()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
