package org.polywire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.polywire.pipeline.Archive;
import org.polywire.search.SearchIndex;
import org.polywire.search.SearchIndex.IndexInUse;
import org.polywire.store.Following;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        description =
                "Makes something anew from the publication log. Readers are served the old one until the new one is complete; a"
                        + " running Polywire need not be stopped.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire rebuild search -c polywire.yaml"})
final class RebuildCommand extends PolywireCommand {
    private static final Duration LOOK = Duration.ofMillis(300);

    /** What can be made anew. */
    enum What {
        SEARCH
    }

    @Parameters(paramLabel = "WHAT", description = "What is made anew: ${COMPLETION-CANDIDATES}.")
    private What what = What.SEARCH;

    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Override
    public Integer call() {
        return switch (what) {
            case SEARCH -> search(option.readWithoutKeys().data());
        };
    }

    private int search(Path data) {
        try (Archive archive = option.archive(data);
                SearchIndex index = SearchIndex.in(data.resolve("search"))) {
            try {
                here(archive, index);
            } catch (IndexInUse e) {
                there(archive);
            }
            return Exit.DONE;
        }
    }

    private void here(Archive archive, SearchIndex index) {
        long last = archive.lastSequence();
        try (Progress progress = Progress.of("Entries", err())) {
            index.rebuild(archive.log(), done -> progress.to(done, Math.max(done, last)));
        }
        archive.searchRenewed(index.cursor(), InstantSource.system().instant());
        err().println("The search index is made of " + index.cursor() + " log entries.");
    }

    /** A running Polywire has the index: it is asked, and waited for. */
    private void there(Archive archive) {
        archive.renewSearch();
        err().println("The running Polywire makes the search index anew …");
        while (archive.followers().stream().anyMatch(Following::renew)) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (Thread.interrupted()) {
                err().println("It goes on without us.");
                return;
            }
        }
        err().println("Done.");
    }
}
