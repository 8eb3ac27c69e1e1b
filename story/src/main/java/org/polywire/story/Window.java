package org.polywire.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.Story;
import org.polywire.model.StoryId;

/**
 * The texts of the last days, in which the story of a new one is looked for.
 *
 * <p>{@link #place} only looks; {@link #keep} takes in what came of it. The same texts kept in the same order give the same
 * answers. About two kilobytes for each text. Not safe to share between threads.
 */
public final class Window {
    /** Whoever tells of an event a week later tells of another one. */
    public static final Duration LENGTH = Duration.ofDays(7);

    /** Texts that are looked at, those that share most first. */
    private static final int LOOKED_AT = 150;

    /** Texts of a story that a new one is compared with. */
    private static final int COMPARED = 12;

    /** A story none of whose texts that were looked at has these odds is not looked at further. */
    private static final double PROMISING = -0.5;

    private final Duration length;
    private final Similarity similarity = new Similarity();
    private final Map<ArticleId, StoryId> stories = new HashMap<>();
    private final Map<StoryId, List<Text>> texts = new HashMap<>();
    private Index index = new Index();

    public Window() {
        this(LENGTH);
    }

    Window(Duration length) {
        this.length = length;
    }

    /** How many texts are in it. */
    public int size() {
        return index.size();
    }

    /** Looks for the story of an article by a text of it; one that has a story already keeps it, with what joins it. */
    public Placement place(Text text) {
        StoryId own = stories.get(text.article());
        Map<StoryId, Bond> bonds = bonds(text, own);
        if (bonds.isEmpty()) {
            return own == null ? Placement.alone(text.article()) : Placement.stays(own, text.article());
        }
        StoryId strongest = bonds.keySet().iterator().next();
        Stream<StoryId> others = bonds.keySet().stream().skip(1).filter(story -> bound(story, strongest));
        List<StoryId> all = Stream.concat(Stream.concat(Stream.of(strongest), Stream.ofNullable(own)), others)
                .sorted(Comparator.comparing(this::since).thenComparing(StoryId::value))
                .toList();
        Bond bond = Objects.requireNonNull(bonds.get(strongest));
        return new Placement(
                all.getFirst(),
                bond.copy() ? Story.Likeness.COPY : Story.Likeness.SAME_EVENT,
                bond.like(),
                all.subList(1, all.size()));
    }

    /** The stories that hold a text, but its own, the strongest bond first. */
    private Map<StoryId, Bond> bonds(Text text, @Nullable StoryId own) {
        Probe probe = index.probe(text, own);
        Map<StoryId, List<Text>> near = index.nearest(probe, LOOKED_AT).stream()
                .filter(other -> comparable(text, other))
                .filter(other -> promises(likeness(text, probe, other)))
                .filter(other -> !storyOf(other.article()).equals(own))
                .collect(Collectors.groupingBy(other -> storyOf(other.article())));
        Map<StoryId, Bond> bonds = new HashMap<>();
        near.forEach((story, texts) ->
                bonds.put(story, bond(text, probe, Stream.concat(texts.stream(), texts(story)))));
        return bonds.entrySet().stream()
                .filter(entry -> entry.getValue().holds())
                .sorted(Map.Entry.<StoryId, Bond>comparingByValue(Comparator.comparing(Bond::copy)
                                .thenComparingDouble(Bond::strength)
                                .reversed())
                        .thenComparing(entry -> entry.getKey().value()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static boolean promises(Likeness likeness) {
        return likeness.copy() || likeness.odds() >= PROMISING;
    }

    /** By the first texts that it can be compared with, those of its own language before others. */
    private Bond bond(Text text, Probe probe, Stream<Text> others) {
        Set<Text> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Bond.of(others.filter(other -> comparable(text, other))
                .filter(seen::add)
                .sorted(Comparator.comparing(other -> !other.language().sameLanguage(text.language())))
                .limit(COMPARED)
                .map(other -> likeness(text, probe, other))
                .toList());
    }

    /** Whether two stories that a text stands between are bound to each other: in the mean, as a text would have to be. */
    private boolean bound(StoryId one, StoryId other) {
        OptionalDouble strength = textsOf(one).stream()
                .limit(COMPARED)
                .filter(text -> textsOf(other).stream().anyMatch(second -> comparable(text, second)))
                .mapToDouble(
                        text -> bond(text, index.probe(text, one), texts(other)).strength())
                .average();
        return strength.isPresent() && strength.getAsDouble() >= Bond.HOLDS;
    }

    /** Translations are compared within their language only: across, the originals were. */
    private boolean comparable(Text one, Text other) {
        return !other.article().equals(one.article())
                && !other.at().isBefore(one.at().minus(length))
                && (one.language().sameLanguage(other.language()) || (one.original() && other.original()));
    }

    private Likeness likeness(Text one, Probe probe, Text other) {
        boolean sameLanguage = one.language().sameLanguage(other.language());
        boolean copy =
                sameLanguage && one.original() && other.original() && Copies.isCopy(one.sketch(), other.sketch());
        double odds = similarity.odds(probe, other);
        return new Likeness(other.article(), odds, copy, sameLanguage);
    }

    private StoryId storyOf(ArticleId article) {
        return Objects.requireNonNull(stories.get(article));
    }

    private Stream<Text> texts(StoryId story) {
        return textsOf(story).stream();
    }

    private List<Text> textsOf(StoryId story) {
        return Objects.requireNonNull(texts.get(story));
    }

    private Instant since(StoryId story) {
        return textsOf(story).getFirst().at();
    }

    /**
     * Takes in a text with the story that its article was placed in; a text of the same article and language that was there is
     * replaced.
     */
    public void keep(Text text, StoryId story) {
        StoryId before = stories.put(text.article(), story);
        if (before != null && !before.equals(story)) {
            throw new IllegalArgumentException(text.article() + " is in " + before + ", not in " + story);
        }
        List<Text> members = texts.computeIfAbsent(story, id -> new ArrayList<>());
        members.removeIf(other ->
                other.article().equals(text.article()) && other.language().equals(text.language()));
        members.add(text);
        index.add(text, story);
        forget(text.at().minus(length));
    }

    private void forget(Instant oldest) {
        if (index.outgrown(oldest)) {
            index = index.since(oldest, this::storyOf);
            texts.values().forEach(members -> members.removeIf(text -> text.at().isBefore(oldest)));
            texts.values().removeIf(List::isEmpty);
            stories.values().retainAll(texts.keySet());
        }
    }

    /** Makes two stories one. */
    public void merge(StoryId from, StoryId into) {
        List<Text> moved = texts.remove(from);
        if (moved != null) {
            moved.forEach(text -> stories.put(text.article(), into));
            index.merge(from, into);
            List<Text> all = texts.computeIfAbsent(into, id -> new ArrayList<>());
            all.addAll(moved);
            all.sort(Comparator.comparing(Text::at));
        }
    }
}
