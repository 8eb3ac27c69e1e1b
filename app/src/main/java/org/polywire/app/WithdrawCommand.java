package org.polywire.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Publication;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Takedown;
import org.polywire.pipeline.Whereabouts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "withdraw",
        description = "Takes an article down in every edition, for good: its permalinks then say that it was withdrawn."
                + " Works while a newsroom is running, too.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire withdraw k3v7q2mzt4ab --reason \"court order 12/26\"",
            "  ./polywire withdraw http://localhost:8080/ca/a/k3v7q2mzt4ab --reason error"
        })
final class WithdrawCommand extends PolywireCommand {
    @Parameters(paramLabel = "URL|ID", description = "The article's address at its source, its permalink, or its id.")
    private String article = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in your words; where tells it to you, the site does not tell it to readers.")
    private String reason = "";

    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, if there is no configuration.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Path folder = option.dataFolder(data);
        Whereabouts where = Takedown.of(
                        folder, article, reason, InstantSource.system().instant())
                .orElseThrow(() -> new CannotGoOn(
                        Exit.NOT_AS_EXPECTED,
                        "No article is known by " + article + ". ./polywire where URL tells whether one is."));
        PictureDesk.remove(House.picturesFolder(folder), where.article().id());
        print(json ? Account.json(where).toPrettyString() + "\n" : words(where, copies(folder, where)));
        return Exit.DONE;
    }

    private static String words(Whereabouts where, List<String> copies) {
        List<String> tombstones = where.publications().values().stream()
                .filter(Publication.Withdrawn.class::isInstance)
                .map(publication -> publication.entry().edition().value())
                .sorted()
                .toList();
        String editions = tombstones.isEmpty() ? "no edition had shown it" : String.join(", ", tombstones);
        String others = copies.isEmpty()
                ? ""
                : "Copies of its text stand; each can be withdrawn by its id:\n" + String.join("\n", copies) + "\n";
        return "Withdrawn: " + where.article().title() + "\n  taken down in: " + editions + "\n" + others;
    }

    /** Other articles of the story with the same text, which whoever takes down one may not know of. */
    private static List<String> copies(Path folder, Whereabouts where) {
        try (Archive archive = Archive.open(folder)) {
            return archive.copiesOf(where.article().id()).stream()
                    .map(version -> "  " + version.article() + "  " + version.source() + "  " + version.headline())
                    .toList();
        }
    }
}
