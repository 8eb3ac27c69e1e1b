package org.polywire.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.pipeline.MemoryDesk.Alike;
import org.polywire.translate.TranslationMemory;

/** The translation memory of the configured newsroom, for commands that work without one, too. */
final class Remembered implements AutoCloseable {
    /** From which a sentence is like another: translators' tools usually show matches from three quarters on. */
    private static final double LEAST_LIKENESS = 0.75;

    private final @Nullable MemoryDesk desk;

    private Remembered(@Nullable MemoryDesk desk) {
        this.desk = desk;
    }

    /** The memory in the data folder, if there is a configuration and a newsroom has worked there. */
    static Remembered of(ConfigurationOption configuration) {
        if (!configuration.exists()) {
            return new Remembered(null);
        }
        Path data = configuration.read().data();
        return new Remembered(Archive.exists(data) ? MemoryDesk.open(data) : null);
    }

    TranslationMemory of(Article text, LanguageTag to) {
        return desk == null ? TranslationMemory.EMPTY : desk.of(text, to);
    }

    /** What a person translated that is most like a sentence, if anything is like it. */
    Optional<Alike> near(String sentence, LanguageTag from, LanguageTag to) {
        return desk == null
                ? Optional.empty()
                : desk.like(sentence, from, Optional.of(to), 1).stream()
                        .filter(alike -> alike.likeness() >= LEAST_LIKENESS)
                        .findFirst();
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }
}
