package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.MemoryEntry;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.translate.TranslationMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes the memory as TMX 1.4b; or, with --article and --edition, the sentences of an article with what the"
                        + " edition made of them, to be edited and imported again.")
final class MemoryExportCommand extends PolywireCommand {
    @Parameters(paramLabel = "FILE", description = "What to write; must not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--from", paramLabel = "LANGUAGE", description = "Only sentences in this language.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only translations into this language.")
    private @Nullable String to;

    @Option(names = "--article", paramLabel = "URL|ID", description = "An article that an edition shows or holds.")
    private @Nullable String article;

    @Option(names = "--edition", paramLabel = "LANGUAGE", description = "The edition whose translation is meant.")
    private @Nullable String edition;

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        if ((article == null) != (edition == null)) {
            throw new CannotGoOn(Exit.USAGE, "--article and --edition belong together. Give both.");
        }
        if (Files.exists(file)) {
            throw new CannotGoOn(Exit.USAGE, file + " is there already. Remove it, or name another file.");
        }
        try (MemoryDesk desk = folder.open()) {
            List<MemoryEntry> entries = article == null || edition == null
                    ? desk.entries(WebPage.languageIfAny(from), WebPage.languageIfAny(to))
                    : MemoryFolder.sentences(desk, article, edition);
            TranslationMemory.write(entries, file);
            err().println("Sentences written to " + file + ": " + entries.size() + ".");
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT, file + " cannot be written (" + e.getMessage() + "). Name another file.");
        }
        return Exit.DONE;
    }
}
