package org.polywire.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;

/**
 * The words of one language beside the English words that stand for them in translations, as keys ({@link Stems}).
 *
 * <p>English is the bridge: two words of any two languages meet where they share an English key. Learned from the
 * development lines by {@code ./polywire bench checks --fit}. Immutable.
 */
public final class Lexicon {
    /** Nothing is known. */
    public static final Lexicon EMPTY = new Lexicon(Map.of());

    /**
     * What is known of a key.
     *
     * @param english keys of the English words
     * @param kept how often one of them is there where the word is, from 0 to 1
     * @param share of sentences that have the word
     * @param capital how often it has a capital where its place does not explain it, from 0 to 1
     * @param absent how likely a sentence has none of the English words, from 0 to 1; no number where that was not reckoned yet
     */
    public record Entry(List<String> english, double kept, double share, double capital, double absent) {
        public Entry(List<String> english, double kept, double share, double capital) {
            this(english, kept, share, capital, Double.NaN);
        }

        /** The key of the English word that stands for it most often; nothing if none does. */
        String first() {
            return english.isEmpty() ? "" : english.getFirst();
        }

        /** The same with the English keys of another, after its own. */
        Entry with(Entry other) {
            return new Entry(
                    Stream.concat(english.stream(), other.english.stream())
                            .distinct()
                            .toList(),
                    kept,
                    share,
                    capital);
        }
    }

    private final Map<String, Entry> entries;
    private final Set<String> known;
    private final Dictionary dictionary;
    private volatile @Nullable Set<String> english;

    public Lexicon(Map<String, Entry> entries) {
        this(entries, entries.keySet(), Dictionary.EMPTY);
    }

    /**
     * @param known keys of which more is known than the dictionary says
     */
    private Lexicon(Map<String, Entry> entries, Set<String> known, Dictionary dictionary) {
        this.entries = Collections.unmodifiableMap(
                new HashMap<>(entries)); // its words are asked for faster than those of a copy
        this.known = Set.copyOf(known);
        this.dictionary = dictionary;
    }

    static Lexicon load(String language) {
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon/" + language + ".txt")) {
            return in == null ? EMPTY : read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of the form {@code key share kept capital english…}, shares in ten-thousandths, the others in hundredths. */
    public static Lexicon read(Stream<String> lines) {
        Map<String, Entry> entries = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        lines.filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] words = line.split(" ", -1);
            List<String> english = Stream.of(words)
                    .skip(4)
                    .map(word -> shared.computeIfAbsent(word, same -> same))
                    .toList();
            entries.put(
                    words[0],
                    new Entry(
                            english,
                            Integer.parseInt(words[2]) / 100.0,
                            Integer.parseInt(words[1]) / 10_000.0,
                            Integer.parseInt(words[3]) / 100.0));
        });
        return new Lexicon(entries);
    }

    /** The same with the names of places that Unicode CLDR knows in the language, and then the words of the dictionary. */
    public Lexicon completed(String language) {
        Map<String, Entry> all = new HashMap<>(entries);
        Places.addTo(all, language);
        Set<String> before = Set.copyOf(all.keySet());
        Dictionary more = Dictionary.load(language);
        more.addTo(all);
        return new Lexicon(all, before, more);
    }

    /** The same, with how likely a sentence has none of the English words of each of its own: every word of every text is asked for that. */
    Lexicon beside(Lexicon bridge) {
        Map<String, Entry> all = new HashMap<>(entries);
        all.replaceAll((key, entry) -> new Entry(
                entry.english(),
                entry.kept(),
                entry.share(),
                entry.capital(),
                Languages.absent(entry.english(), bridge)));
        return new Lexicon(all, known, dictionary);
    }

    /** What is known of a key, or else of a short word of which it is another form. */
    @Nullable
    Entry get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? dictionary.shortWord(key) : entry;
    }

    /**
     * The same, as far as it says whether a word is a name: of the dictionary only what it says of just this word, as names begin like other words
     * ({@code Lauterbach}, {@code laut}).
     */
    @Nullable
    Entry ofName(Stem word) {
        return known.contains(word.key()) || dictionary.hasWord(word.lower()) ? get(word.key()) : null;
    }

    /** Whether at least half of the words that have no capital are known, and there are any. */
    boolean knowsMost(List<Stem> words) {
        List<Stem> small = words.stream().filter(word -> !word.large()).toList();
        return !small.isEmpty()
                && 2 * small.stream().filter(word -> get(word.key()) != null).count() >= small.size();
    }

    /** Whether a word and one of some words of another language have an English word in common. */
    boolean meets(Stem word, List<Stem> others, Lexicon other) {
        List<String> meanings = meanings(word.key());
        return !meanings.isEmpty()
                && others.stream()
                        .anyMatch(counterpart -> !Collections.disjoint(meanings, other.meanings(counterpart.key())));
    }

    /** The English keys of a key, and those of a short word of which it may be another form, whatever else is known of it ({@code Jews}, {@code Židy}). */
    private List<String> meanings(String key) {
        Entry entry = entries.get(key);
        Entry base = dictionary.shortWord(key);
        if (entry == null || base == null) {
            return entry == null ? base == null ? List.of() : base.english() : entry.english();
        }
        return entry.with(base).english();
    }

    /** Whether a word of the language stands for an English key rather than for others. */
    boolean hasEnglish(String key) {
        Set<String> all = english;
        if (all == null) {
            all = entries.values().stream()
                    .flatMap(entry -> entry.english().stream().limit(1))
                    .collect(Collectors.toUnmodifiableSet());
            english = all;
        }
        return all.contains(key);
    }

    public Map<String, Entry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
