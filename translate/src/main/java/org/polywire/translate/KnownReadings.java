package org.polywire.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.polywire.translate.ApertiumText.Disguise;
import org.polywire.translate.Passage.Run;

/**
 * The names that one analyser sees in short pieces of text. It is shown each piece once, for articles of a day name the same persons and
 * places, and what it says of a piece does not depend on any other. Safe to share between threads.
 */
final class KnownReadings {
    /** Longer ones are no names that come again, and a page full of them must not fill the memory. */
    static final int LONGEST = 200;

    /** What separates two pieces: an end of sentence and a mark. */
    private static final int SEAM = " .[s]".length();

    private final UnaryOperator<String> analyser;
    private final Function<String, Set<String>> reader;
    private final int characters;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private int generation;
    private final Map<String, Set<String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > most;
        }
    };

    /**
     * @param analyser says what its words are, sentence by sentence; nothing if it failed. It is asked by several threads at once
     * @param reader finds the names in what it says
     * @param characters that it is shown at once
     * @param most pieces that are remembered
     */
    KnownReadings(UnaryOperator<String> analyser, Function<String, Set<String>> reader, int characters, int most) {
        this.analyser = analyser;
        this.reader = reader;
        this.characters = characters;
        this.most = most;
    }

    /** The names in any of the pieces, in their order. */
    Set<String> in(Collection<String> pieces) {
        Map<String, Set<String>> found = remembered(pieces);
        List<String> unknown =
                pieces.stream().filter(piece -> !found.containsKey(piece)).toList();
        // Side by side, since what was translated waits for the names.
        batches(unknown).parallelStream().map(this::read).toList().forEach(found::putAll);
        Set<String> names = new LinkedHashSet<>();
        pieces.forEach(piece -> names.addAll(found.getOrDefault(piece, Set.of())));
        return names;
    }

    /** The analyser may say something else from now on; what it is asked just now is not remembered. */
    void forget() {
        lock.lock();
        try {
            generation++;
            known.clear();
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Set<String>> remembered(Collection<String> pieces) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        lock.lock();
        try {
            for (String piece : pieces) {
                Set<String> names = known.get(piece);
                if (names != null) {
                    found.put(piece, names);
                }
            }
        } finally {
            lock.unlock();
        }
        return found;
    }

    private List<List<String>> batches(List<String> pieces) {
        List<List<String>> batches = new ArrayList<>();
        int size = characters;
        for (String piece : pieces) {
            if (size + piece.length() + SEAM > characters) {
                batches.add(new ArrayList<>());
                size = 0;
            }
            batches.getLast().add(piece);
            size += piece.length() + SEAM;
        }
        return batches;
    }

    /** Each piece is a sentence of its own. What an analyser that failed did not say is not remembered. */
    private Map<String, Set<String>> read(List<String> batch) {
        Passage passage = new Passage(
                batch.stream().map(piece -> List.of(Run.free(piece + " .", 0))).toList(), Set.of());
        String request = new ApertiumText(passage, Disguise.WORD, Collections.nCopies(batch.size(), Map.of())).stream();
        int asked = generation();
        List<String> sentences = ApertiumText.parted(analyser.apply(request));
        if (sentences.size() != batch.size() || sentences.contains("")) {
            return Map.of();
        }
        Map<String, Set<String>> read = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            read.put(batch.get(i), reader.apply(sentences.get(i)));
        }
        remember(read, asked);
        return read;
    }

    private int generation() {
        lock.lock();
        try {
            return generation;
        } finally {
            lock.unlock();
        }
    }

    private void remember(Map<String, Set<String>> read, int asked) {
        lock.lock();
        try {
            if (asked == generation) {
                read.forEach((piece, names) -> {
                    if (piece.length() <= LONGEST) {
                        known.put(piece, names);
                    }
                });
            }
        } finally {
            lock.unlock();
        }
    }
}
