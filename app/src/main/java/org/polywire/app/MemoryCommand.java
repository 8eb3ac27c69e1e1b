package org.polywire.app;

import java.util.List;
import org.polywire.model.Provenance;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.store.Memory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "memory",
        description =
                "Says how many sentences the translation memory holds. They were translated or edited by persons, and come"
                        + " before every engine wherever the same sentence comes again.",
        subcommands = {
            MemoryImportCommand.class,
            MemoryExportCommand.class,
            MemoryFindCommand.class,
            MemorySetCommand.class,
            MemoryRemoveCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire memory export a.tmx --article k3v7q2mzt4ab --edition ca",
            "  ./polywire memory import a.tmx --by \"Núria Font\"",
            "  ./polywire memory find \"El puerto abre mañana.\" --from es",
            "  ./polywire memory import partner.tmx --by \"Partner press\"",
            "  ./polywire memory set \"El puerto abre.\" \"Obre el port.\" --from es --to ca",
            "  ./polywire memory remove 17"
        })
final class MemoryCommand extends PolywireCommand {
    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        try (MemoryDesk desk = folder.open()) {
            List<Memory.Count> counts = desk.counts();
            TextTable table = new TextTable("LANGUAGES", "BY", "SENTENCES");
            counts.forEach(
                    count -> table.row(count.from() + " → " + count.to(), words(count.provenance()), count.number()));
            print(counts.isEmpty() ? "The translation memory is empty.\n" : table.toString());
        }
        return Exit.DONE;
    }

    /** Who stands behind a sentence. */
    static String words(Provenance provenance) {
        return switch (provenance) {
            case MACHINE, RESEGMENTED, REROUTED, REUSED -> "machine";
            case QUOTED -> "nobody: the original's own words";
            case POST_EDITED -> "machine, edited by a person";
            case HUMAN -> "person";
        };
    }
}
