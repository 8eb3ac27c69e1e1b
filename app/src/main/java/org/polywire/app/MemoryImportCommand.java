package org.polywire.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.translate.MemoryReading;
import org.polywire.translate.MemoryReading.Accepted;
import org.polywire.translate.TranslationMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Remembers the sentences of a TMX file (1.1 to 1.4b). What a machine translated and nobody changed is left"
                        + " aside; articles whose sentences a person edited in an exported file get them at once.")
final class MemoryImportCommand extends PolywireCommand {
    @Parameters(paramLabel = "FILE", description = "TMX, of up to 200,000 units.")
    private Path file = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", description = "Who translated the units that do not say it.")
    private String by = "";

    @Option(names = "--dry-run", description = "Only say what would be remembered.")
    private boolean dryRun;

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        MemoryReading reading = TranslationMemory.read(
                file, Provenance.HUMAN, by, InstantSource.system().instant());
        switch (reading) {
            case MemoryReading.Rejected(List<String> problems) ->
                throw new CannotGoOn(Exit.NOT_AS_EXPECTED, String.join(".\n", problems) + ".\nNothing was imported.");
            case Accepted(List<MemoryEntry> entries, int machine) -> {
                if (machine > 0) {
                    err().println("Sentences left aside, as a machine made them and nobody changed them: " + machine
                            + ".");
                }
                if (dryRun) {
                    err().println(entries.size() + " sentences would be remembered.");
                } else {
                    try (MemoryDesk desk = folder.open()) {
                        MemoryFolder.remember(desk, entries, err());
                    }
                }
            }
        }
        return Exit.DONE;
    }
}
