package org.polywire.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.Opml;
import org.polywire.gather.Opml.Outline;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.SourceHealth;
import org.polywire.pipeline.SourceHealth.Alarm;
import org.polywire.store.FollowedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "sources",
        description = "Lists the sources that a newsroom follows, and how following each of them goes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire sources",
            "  ./polywire sources --data data --json",
            "  ./polywire sources --opml > sources.opml"
        })
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
            Instant now = InstantSource.system().instant();
            List<SourceHealth> health = archive.health(now);
            List<FollowedSource> sources =
                    health.stream().map(SourceHealth::source).toList();
            if (opml) {
                print(Opml.write(
                        "Sources of Polywire",
                        sources.stream().map(SourcesCommand::outline).toList()));
            } else if (json) {
                out().println(Json.array(
                                health.stream().map(one -> json(one, now)).toList())
                        .toPrettyString());
            } else {
                print(sources.isEmpty() ? "No source is followed yet.\n" : table(health, now));
            }
            // A list for other programs is whole, however the sources do.
            return opml || health.stream().allMatch(SourcesCommand::isWell) ? Exit.DONE : Exit.NOT_AS_EXPECTED;
        }
    }

    private static boolean isWell(SourceHealth health) {
        return health.alarms().isEmpty() && health.source().failures() == 0;
    }

    private static Outline outline(FollowedSource followed) {
        Source source = followed.source();
        return new Outline(source.name(), source.feed(), Optional.of(source.home()), source.way() == Way.SECTION);
    }

    private static TextTable table(List<SourceHealth> sources, Instant now) {
        TextTable table = new TextTable("ID", "NAME", "GRANT", "STATE", "TODAY", "A DAY", "LAST READ", "NEXT", "FEED");
        for (SourceHealth health : sources) {
            FollowedSource source = health.source();
            Instant success = source.lastSuccess();
            table.row(
                    source.source().id(),
                    source.source().name(),
                    Words.of(source.source().grant()),
                    state(health),
                    health.pulse().today(),
                    String.format(Locale.ROOT, "%.1f", health.habit(now)),
                    success == null ? "never" : Words.moment(success),
                    source.ended() ? "never" : Words.moment(source.nextPoll()),
                    source.source().feed());
        }
        return table;
    }

    /** How it goes, and if not well, why: all that is known, most urgent first. */
    private static String state(SourceHealth health) {
        if (isWell(health)) {
            return health.push().isEmpty() ? "well" : "well; " + health.push();
        }
        Stream<String> reading = reading(health.source()).stream();
        Stream<String> alarms = health.alarms().stream()
                .filter(alarm -> alarm == Alarm.SILENT || alarm == Alarm.LAYOUT_CHANGED)
                .sorted()
                .map(Alarm::words);
        return Stream.concat(reading, alarms).collect(Collectors.joining(" "));
    }

    /** What keeps it from being read; nothing if it can be. */
    private static Optional<String> reading(FollowedSource source) {
        String why = Words.why(source.reason(), source.detail());
        if (source.ended()) {
            return Optional.of("ended: " + why);
        }
        return switch (source.failures()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("failed once: " + why);
            default -> Optional.of("failed " + source.failures() + " times in a row: " + why);
        };
    }

    private static ObjectNode json(SourceHealth health, Instant now) {
        FollowedSource source = health.source();
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
                .put("nextPoll", source.nextPoll().toString())
                .put("push", health.push())
                .put("itemsToday", health.pulse().today())
                .put("itemsADay", health.habit(now));
        node.set(
                "alarms",
                Json.texts(health.alarms().stream().map(Alarm::name).sorted().toList()));
        return success == null ? node : node.put("lastSuccess", success.toString());
    }
}
