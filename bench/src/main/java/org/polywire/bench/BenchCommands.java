package org.polywire.bench;

import org.polywire.app.CommandProvider;
import picocli.CommandLine.Command;

/** The {@code bench} command and its sub-commands, as the command line finds them. */
public final class BenchCommands implements CommandProvider {
    @Override
    public Object command() {
        return new Bench();
    }

    @Command(
            name = "bench",
            description = "Measures and torments the newsroom.",
            subcommands = {
                CrashCommand.class,
                PressCommand.class,
                SiteCommand.class,
                FeedsCommand.class,
                GatherCommand.class,
                TranslationCommand.class,
                LawsCommand.class,
                ChecksCommand.class,
                ExtractionCommand.class,
                TrainingCommand.class,
                NeuralCommand.class,
                WordPressCommand.class,
                SearchCommand.class,
                StoriesCommand.class
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./polywire bench crash --kills 50",
                "  ./polywire bench gather --hours 1",
                "  ./polywire bench checks --help"
            })
    static final class Bench {}
}
