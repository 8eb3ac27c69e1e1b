package org.polywire.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.MemoryEntry;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.pipeline.MemoryDesk.Reissue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the translation memory lies, and what several commands do there. */
final class MemoryFolder {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, if there is no configuration.")
    private @Nullable Path data;

    /** The memory may be filled before the newsroom has ever worked. */
    MemoryDesk open() {
        return MemoryDesk.open(data == null ? option.readWithoutKeys().data() : data);
    }

    /** Remembers entries, and says what follows from it. */
    static void remember(MemoryDesk desk, List<MemoryEntry> entries, PrintWriter err) {
        List<Reissue> reissues = desk.add(entries, InstantSource.system().instant());
        err.println("Sentences remembered: " + entries.size() + ".");
        reissues.forEach(reissue -> err.println("Article " + reissue.article() + " is translated anew for the edition "
                + reissue.edition() + " as soon as the newsroom is at work."));
    }

    /**
     * The sentences of an article with what an edition made of them.
     *
     * @throws CannotGoOn if the edition has no translation of it
     */
    static List<MemoryEntry> sentences(MemoryDesk desk, String article, String edition) {
        List<MemoryEntry> sentences = desk.sentences(article, WebPage.language(edition));
        if (sentences.isEmpty()) {
            throw new CannotGoOn(
                    Exit.NOT_AS_EXPECTED,
                    "The edition " + edition + " has no translation of " + article
                            + ". ./polywire where URL tells what became of it.");
        }
        return sentences;
    }
}
