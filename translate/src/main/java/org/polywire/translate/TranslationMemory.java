package org.polywire.translate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.EditDistance;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inlines;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.SegmentPairs.SegmentPair;

/**
 * Sentences that persons translated, to be used wherever the same sentence comes again with the same markup. Of several
 * translations of one sentence that is taken which stands between the same sentences, and of those the first. Immutable.
 */
public final class TranslationMemory {
    /** A memory that knows nothing. */
    public static final TranslationMemory EMPTY = new TranslationMemory(List.of());

    /** The largest file that is read, in bytes. */
    public static final long LARGEST_FILE = 128L << 20;

    /** Units of one file; each is some 300 bytes in the store. */
    static final int MOST_UNITS = 200_000;

    static final int MOST_PROBLEMS = 50;

    /** Characters of a text whose likeness to another is worked out; the time grows with the square. */
    private static final int MOST_COMPARED = 1_000;

    private final Map<List<Inline>, List<MemoryEntry>> entries = new HashMap<>();

    private TranslationMemory(List<MemoryEntry> entries) {
        entries.forEach(entry -> this.entries
                .computeIfAbsent(entry.source(), source -> new ArrayList<>())
                .add(entry));
    }

    /**
     * A memory of these entries, all for the languages of one text and its edition.
     *
     * @param entries those that persons made, the weightiest first
     * @throws IllegalArgumentException if one was not made by a person
     */
    public static TranslationMemory of(List<MemoryEntry> entries) {
        if (entries.stream().anyMatch(entry -> !entry.provenance().byPerson())) {
            throw new IllegalArgumentException("only what persons made comes before the engines");
        }
        return new TranslationMemory(entries);
    }

    /** The plain texts under which a memory may know something for an article: its units, and their sentences. */
    public static Set<String> texts(Article article) {
        Sentences sentences = new Sentences(article.language());
        Set<String> texts = new HashSet<>();
        for (Unit unit : article.units()) {
            texts.add(unit.text());
            Segments.of(unit, sentences).forEach(segment -> texts.add(segment.text()));
        }
        texts.remove("");
        return texts;
    }

    /**
     * Reads a TMX file as a whole, or says what is wrong with it.
     *
     * @param standard who made the units that do not say it; a person
     * @param by the name of who made those that do not say it
     * @param now when those were made that do not say it
     */
    public static MemoryReading read(Path file, Provenance standard, String by, Instant now) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return new MemoryReading.Rejected(
                        List.of(file + ": the file is larger than " + LARGEST_FILE + " bytes. Split it"));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return TmxReader.read(in, file.toString(), standard, by, now);
            }
        } catch (IOException e) {
            return new MemoryReading.Rejected(
                    List.of(file + ": the file cannot be read (" + e.getMessage() + "). Name a file that is there"));
        }
    }

    /** Writes entries as TMX 1.4b. What was there before stays until all is written. */
    public static void write(List<MemoryEntry> entries, Path file) throws IOException {
        WholeFile.write(file, out -> TmxWriter.write(entries, out));
    }

    /**
     * The sentences of a translation as entries, each with its neighbours, for a person to read over.
     *
     * @param article which it is a translation of
     * @return none for an original that is carried as it is
     */
    public static List<MemoryEntry> entries(Precedent precedent, ArticleId article) {
        Translation translation = precedent.translation();
        return switch (translation.route()) {
            case Route.Original original -> List.of();
            case Route.Machine(List<Route.Leg> legs) -> {
                String engines = legs.stream()
                        .map(leg -> (leg.engine() + " " + leg.version()).strip())
                        .collect(Collectors.joining(", "));
                yield SegmentPairs.of(
                                precedent, new Sentences(precedent.source().language()))
                        .flatMap(pairs -> (pairs.size() > 1 ? pairs.subList(1, pairs.size()) : pairs).stream())
                        .flatMap(pair -> entry(pair, precedent, engines, article).stream())
                        .toList();
            }
        };
    }

    private static Optional<MemoryEntry> entry(
            SegmentPair pair, Precedent precedent, String engines, ArticleId article) {
        Translation translation = precedent.translation();
        Provenance provenance = pair.target().sentences().stream()
                .map(SentencePair::provenance)
                .filter(Provenance::byPerson)
                .findFirst()
                .orElse(Provenance.MACHINE);
        try {
            return Optional.of(new MemoryEntry(
                    translation.from(),
                    translation.article().language(),
                    pair.source(),
                    spelt(pair.target().content()),
                    pair.before(),
                    pair.after(),
                    provenance,
                    provenance.byPerson() ? "" : engines,
                    translation.at(),
                    article));
        } catch (IllegalArgumentException e) {
            // What has no text on one side, such as a placeholder for a picture, is no sentence for a person to read
            // over.
            return Optional.empty();
        }
    }

    /** What is quoted for want of a translation says so, as it is there to be replaced by one. */
    private static List<Inline> spelt(List<Inline> content) {
        return Inlines.canonical(content.stream()
                .flatMap(inline -> inline instanceof Quoted quoted ? quoted.spelt().stream() : Stream.of(inline))
                .toList());
    }

    /**
     * How like two texts are: 1 if they are the same, 0 if they have nothing in common; one less the share of characters to be inserted,
     * removed or replaced ({@link EditDistance}). Of long texts the beginnings count.
     */
    public static double likeness(String one, String other) {
        String left = beginning(one);
        String right = beginning(other);
        int longer = Math.max(left.length(), right.length());
        return longer == 0 ? 1 : 1 - (double) EditDistance.of(left, right) / longer;
    }

    private static String beginning(String text) {
        String bare = text.strip();
        return bare.substring(0, Math.min(bare.length(), MOST_COMPARED));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean knows(List<Inline> content) {
        return entries.containsKey(content);
    }

    /** What stands for some content between two texts. */
    Optional<MemoryEntry> find(List<Inline> content, String before, String after) {
        return entries.getOrDefault(content, List.of()).stream()
                .min(Comparator.comparingInt(entry -> -context(entry, before, after)));
    }

    private static int context(MemoryEntry entry, String before, String after) {
        return (entry.before().equals(before) ? 1 : 0) + (entry.after().equals(after) ? 1 : 0);
    }
}
