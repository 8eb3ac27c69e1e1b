package org.polywire.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Whereabouts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "where",
        description = "Tells where an article is, why, what happened to it, and what happens next.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire where https://elfaro.example/2026/11/puerto",
            "  ./polywire where http://localhost:8080/ca/a/k3v7q2mzt4ab --json"
        })
final class WhereCommand extends PolywireCommand {
    @Parameters(paramLabel = "URL|ID", description = "The article's address at its source, its permalink, or its id.")
    private String article = "";

    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, if there is no configuration.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Archive archive = option.archive(data)) {
            Whereabouts where = archive.where(article)
                    .orElseThrow(
                            () -> new CannotGoOn(
                                    Exit.NOT_AS_EXPECTED,
                                    "No article is known by " + article
                                            + ". It was not in any feed that was read; ./polywire sources tells which those are."));
            print(json ? Account.json(where).toPrettyString() + "\n" : Account.text(where));
            return Exit.DONE;
        }
    }
}
