package org.polywire.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polywire.model.MemoryEntry;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.pipeline.MemoryDesk.Alike;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "find",
        description =
                "Looks for sentences that are like a text, the likest first, each with the number by which it is removed.")
final class MemoryFindCommand extends PolywireCommand {
    @Parameters(paramLabel = "TEXT", description = "Three characters or more.")
    private String text = "";

    @Option(names = "--from", required = true, paramLabel = "LANGUAGE", description = "Its language.")
    private String from = "";

    @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only translations into this language.")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many (${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        try (MemoryDesk desk = folder.open()) {
            List<Alike> found = desk.like(text, WebPage.language(from), WebPage.languageIfAny(to), Math.max(1, limit));
            if (json) {
                print(Json.array(found.stream().map(MemoryFindCommand::json).toList())
                                .toPrettyString() + "\n");
            } else {
                found.forEach(alike -> print(lines(alike)));
            }
            return found.isEmpty() ? Exit.NOT_AS_EXPECTED : Exit.DONE;
        }
    }

    private static String lines(Alike alike) {
        MemoryEntry entry = alike.entry();
        String by = entry.by().isEmpty() ? "" : ", " + entry.by();
        return String.format(Locale.ROOT, "%d  %.0f %%%n", alike.number(), alike.likeness() * 100) + "  "
                + entry.from() + "  " + entry.sourceText() + "\n  " + entry.to() + "  " + entry.targetText()
                + "\n  "
                + MemoryCommand.words(entry.provenance()) + by + ", " + Words.moment(entry.at()) + "\n";
    }

    private static ObjectNode json(Alike alike) {
        MemoryEntry entry = alike.entry();
        return Json.object()
                .put("number", alike.number())
                .put("likeness", alike.likeness())
                .put("from", entry.from().value())
                .put("to", entry.to().value())
                .put("source", entry.sourceText())
                .put("target", entry.targetText())
                .put("provenance", entry.provenance().name())
                .put("by", entry.by())
                .put("at", entry.at().toString());
    }
}
