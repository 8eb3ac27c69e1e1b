package org.polywire.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.Opml.Outline;
import org.polywire.gather.Opml;
import org.polywire.model.Source;
import org.polywire.pipeline.Archive;
import org.polywire.store.FollowedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "sources",
        description = "Lists the sources that a newsroom follows, and how following each of them goes.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire sources", "  ./polywire sources --data data --json", "  ./polywire sources --opml > sources.opml"})
final class SourcesCommand extends PolywireCommand {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, if there is no configuration.")
    private @Nullable Path data;

    @Option(names = "--opml", description = "Print a list of the feeds (OPML) that other programs can read.")
    private boolean opml;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Archive archive = option.archive(data)) {
            List<FollowedSource> sources = archive.sources();
            if (opml) {
                print(Opml.write(
                        "Sources of Polywire",
                        sources.stream().map(SourcesCommand::outline).toList()));
            } else if (json) {
                out().println(Json.array(
                                sources.stream().map(SourcesCommand::json).toList())
                        .toPrettyString());
            } else {
                print(sources.isEmpty() ? "No source is followed yet.\n" : table(sources));
            }
            return sources.stream().anyMatch(source -> source.ended() || source.failures() > 0)
                    ? Exit.NOT_AS_EXPECTED
                    : Exit.DONE;
        }
    }

    private static Outline outline(FollowedSource followed) {
        Source source = followed.source();
        return new Outline(source.name(), source.feed(), Optional.of(source.home()));
    }

    private static TextTable table(List<FollowedSource> sources) {
        TextTable table = new TextTable("ID", "NAME", "GRANT", "STATE", "LAST READ", "NEXT", "FEED");
        for (FollowedSource source : sources) {
            Instant success = source.lastSuccess();
            table.row(
                    source.source().id(),
                    source.source().name(),
                    Words.of(source.source().grant()),
                    state(source),
                    success == null ? "never" : Words.moment(success),
                    source.ended() ? "never" : Words.moment(source.nextPoll()),
                    source.source().feed());
        }
        return table;
    }

    private static String state(FollowedSource source) {
        if (source.ended()) {
            return "ended: " + Words.why(source.reason(), source.detail());
        }
        return source.failures() == 0
                ? "well"
                : "failed " + source.failures() + " times: " + Words.why(source.reason(), source.detail());
    }

    private static ObjectNode json(FollowedSource source) {
        Instant success = source.lastSuccess();
        ObjectNode node = Json.object()
                .put("id", source.source().id().value())
                .put("name", source.source().name())
                .put("home", source.source().home().toString())
                .put("feed", source.source().feed().toString())
                .put("grant", Words.of(source.source().grant()))
                .put("ended", source.ended())
                .put("failures", source.failures())
                .put("code", source.reason() == null ? "" : source.reason().name())
                .put("detail", source.detail())
                .put("nextPoll", source.nextPoll().toString());
        return success == null ? node : node.put("lastSuccess", success.toString());
    }
}
