package org.polywire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.polywire.gather.Gatherer;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Resource;
import org.polywire.search.SearchIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes the whole publication as files that any file server can serve, and that can be read from the disk. Run"
                        + " again, it writes only what has changed.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire export /srv/www/wire -c polywire.yaml", "  ./polywire export wire"})
final class ExportCommand extends PolywireCommand {
    @Parameters(paramLabel = "DIR", description = "Where the files go; made if it is not there.")
    private Path folder = Path.of("");

    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Override
    public Integer call() {
        Configuration configuration = option.readWithoutKeys();
        InstantSource clock = InstantSource.system();
        try (Archive archive = option.archive(configuration.data());
                Gatherer gatherer = new Gatherer(House.gathering(configuration), clock);
                SearchIndex index = SearchIndex.in(configuration.data().resolve("search"));
                Progress progress = Progress.of("Pages", err())) {
            PublicSite site = House.site(
                    configuration,
                    archive,
                    new SearchDesk(index, archive, clock),
                    House.pictures(configuration, gatherer, clock),
                    clock);
            Predicate<String> exported = path -> path.startsWith("/")
                    && site.addresses()
                            .at(path)
                            .filter(resource -> !Export.needsServer(resource))
                            .isPresent();
            Export.Summary summary = new Export(
                            site,
                            configuration.address(),
                            exported,
                            folder.toAbsolutePath().normalize())
                    .write(start(configuration.editions(), archive, site), (done, known) -> progress.to(done, known));
            err().println(summary.files() + " files, " + summary.changed() + " of them written, " + summary.removed()
                    + " old ones removed.");
            summary.broken().forEach(path -> err().println("A link leads nowhere: " + path));
            summary.missing().forEach(path -> err().println("A picture cannot be had from its source now: " + path));
            return summary.broken().isEmpty() ? Exit.DONE : Exit.NOT_AS_EXPECTED;
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "The export cannot be written: " + e + "\nMake the folder writable, or choose another.");
        }
    }

    /** The chooser, what no page links, and every permalink that ever was. */
    private static List<String> start(List<Edition> editions, Archive archive, PublicSite site) {
        Set<String> paths = new LinkedHashSet<>(List.of(
                site.addresses().path(new Resource.Home()), site.addresses().path(new Resource.Robots())));
        Iterator<Publication> log = archive.log();
        while (log.hasNext()) {
            Entry entry = log.next().entry();
            editions.stream()
                    .filter(edition -> edition.language().equals(entry.edition()))
                    .forEach(edition -> paths.add(site.addresses().path(new Resource.Text(edition, entry.article()))));
        }
        return new ArrayList<>(paths);
    }
}
