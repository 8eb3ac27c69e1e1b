package org.polywire.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.connect.Obstacle;
import org.polywire.pipeline.Archive;
import org.polywire.store.Following;
import org.polywire.store.SetAside;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "connectors",
        description =
                "Tells how far the search index and the connectors have followed the publication log, and what hinders them.",
        subcommands = ConnectorsCommand.Replay.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire connectors -c polywire.yaml", "  ./polywire connectors replay blog --after 120"})
final class ConnectorsCommand extends PolywireCommand {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Override
    public Integer call() {
        try (Archive archive = option.archive(option.readWithoutKeys().data())) {
            long last = archive.lastSequence();
            List<Following> all = archive.followers();
            if (all.isEmpty()) {
                err().println("Nothing has followed the log yet; ./polywire run begins with it.");
            }
            all.forEach(following -> print(following, last, archive));
            return all.stream().allMatch(following -> following.code().isEmpty()) ? Exit.DONE : Exit.NOT_AS_EXPECTED;
        }
    }

    private void print(Following following, long last, Archive archive) {
        StringBuilder text = new StringBuilder(following.name())
                .append(": entry ")
                .append(following.sequence())
                .append(" of ")
                .append(last)
                .append(time(", last success ", following.lastSuccess()))
                .append('\n');
        if (!following.code().isEmpty()) {
            text.append("  ").append(following.code()).append(": ").append(words(following.code()));
            text.append("\n  ").append(following.detail()).append("; ").append(following.failures());
            text.append(" failures").append(time(" since ", following.failingSince()));
            text.append(time(", next try ", following.nextTry())).append('\n');
        }
        for (SetAside entry : archive.setAside(following.name())) {
            text.append("  set aside: entry ")
                    .append(entry.sequence())
                    .append(", ")
                    .append(entry.code());
            text.append(": ")
                    .append(words(entry.code()))
                    .append(" (")
                    .append(entry.detail())
                    .append(")\n");
        }
        print(text);
    }

    private static String time(String before, @Nullable Instant time) {
        return time == null ? "" : before + time;
    }

    private static String words(String code) {
        for (Obstacle obstacle : Obstacle.values()) {
            if (obstacle.name().equals(code)) {
                return obstacle.words();
            }
        }
        return "The index cannot be written to.";
    }

    @Command(
            name = "replay",
            description =
                    "Has a connector told again of everything after an entry of the log. WordPress ends as it should be, with no post"
                            + " twice; webhooks get the same ids as before. A running Polywire begins within moments.")
    static final class Replay extends PolywireCommand {
        @Parameters(paramLabel = "NAME", description = "The connector's name.")
        private String name = "";

        @Option(
                names = "--after",
                paramLabel = "N",
                description = "The last entry that is left out (${DEFAULT-VALUE}).")
        private long after;

        @Mixin
        private ConfigurationOption option = new ConfigurationOption();

        @Override
        public Integer call() {
            try (Archive archive = option.archive(option.readWithoutKeys().data())) {
                if (name.equals("search") || !archive.replay(name, Math.max(0, after))) {
                    throw new CannotGoOn(
                            Exit.NOT_AS_EXPECTED,
                            "No connector called " + name + " has worked here; ./polywire connectors lists them.");
                }
                err().println(name + " will be told of everything after entry " + after + ".");
                return Exit.DONE;
            }
        }
    }
}
