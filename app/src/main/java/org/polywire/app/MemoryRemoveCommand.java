package org.polywire.app;

import org.polywire.pipeline.MemoryDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Forgets a sentence. What was published with it stays as it is.")
final class MemoryRemoveCommand extends PolywireCommand {
    @Parameters(paramLabel = "NUMBER", description = "As find gives it.")
    private long number;

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        try (MemoryDesk desk = folder.open()) {
            if (!desk.remove(number)) {
                throw new CannotGoOn(
                        Exit.NOT_AS_EXPECTED,
                        "There is no sentence " + number + ". ./polywire memory find has the numbers.");
            }
        }
        err().println("It was forgotten.");
        return Exit.DONE;
    }
}
