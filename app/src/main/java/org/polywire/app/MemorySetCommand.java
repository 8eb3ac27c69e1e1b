package org.polywire.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Inlines;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.pipeline.MemoryDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description =
                "Says how a sentence is to be translated: of one article, which gets it at once, or wherever it comes. For"
                        + " sentences with links or emphasis use export and import.")
final class MemorySetCommand extends PolywireCommand {
    @Parameters(index = "0", paramLabel = "SENTENCE", description = "The original, to the letter.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TRANSLATION", description = "What is to stand for it.")
    private String target = "";

    @Option(names = "--from", paramLabel = "LANGUAGE", description = "Its language, if no article is named.")
    private @Nullable String from;

    @Option(
            names = {"--to", "--edition"},
            required = true,
            paramLabel = "LANGUAGE",
            description = "The language of the translation.")
    private String to = "";

    @Option(names = "--article", paramLabel = "URL|ID", description = "The article that it is a sentence of.")
    private @Nullable String article;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
    private String by = "";

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        try (MemoryDesk desk = folder.open()) {
            MemoryFolder.remember(desk, entries(desk), err());
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(Exit.USAGE, "This cannot be remembered: " + e.getMessage() + ".");
        }
        return Exit.DONE;
    }

    private List<MemoryEntry> entries(MemoryDesk desk) {
        if (article == null) {
            String language = Optional.ofNullable(from)
                    .orElseThrow(() -> new CannotGoOn(Exit.USAGE, "Name the language with --from, or an --article."));
            return List.of(new MemoryEntry(
                    WebPage.language(language),
                    WebPage.language(to),
                    Inlines.ofText(source.strip()),
                    Inlines.ofText(target.strip()),
                    "",
                    "",
                    Provenance.HUMAN,
                    by,
                    InstantSource.system().instant(),
                    null));
        }
        List<MemoryEntry> edited = MemoryFolder.sentences(desk, article, to).stream()
                .filter(entry -> entry.sourceText().equals(source.strip()))
                .map(this::edited)
                .toList();
        if (edited.isEmpty()) {
            throw new CannotGoOn(
                    Exit.NOT_AS_EXPECTED,
                    "The article has no such sentence. ./polywire memory export shows its sentences to the letter.");
        }
        return edited;
    }

    private MemoryEntry edited(MemoryEntry entry) {
        if (!entry.source().equals(Inlines.ofText(entry.sourceText()))) {
            throw new CannotGoOn(
                    Exit.USAGE,
                    "The sentence has links or emphasis. Export the article as TMX, edit it there, and import it.");
        }
        return new MemoryEntry(
                entry.from(),
                entry.to(),
                entry.source(),
                Inlines.ofText(target.strip()),
                entry.before(),
                entry.after(),
                Provenance.POST_EDITED,
                by,
                InstantSource.system().instant(),
                entry.article());
    }
}
