package org.polywire.app;

import java.io.PrintWriter;
import java.time.InstantSource;
import org.polywire.app.Configuration.Followed;
import org.polywire.pipeline.Rhythm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description =
                "Runs the newsroom: follows its sources, and serves its site until it is told to stop (Ctrl-C, SIGTERM).",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire run -c polywire.yaml", "  ./polywire run --json > events.jsonl"})
final class RunCommand extends PolywireCommand {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--json", description = "Print what happens as JSON, an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = option.read();
        PrintWriter out = out();
        PrintWriter err = err();
        House house = House.build(configuration, Rhythm.defaults(), InstantSource.system());
        WebServer server = house.serve();
        house.newsroom().listen(new Teller(house, out, json));
        MissingModels models = house.missingModels(err::println);
        house.start();
        SourceSearch search = new SourceSearch(house, err);
        for (Followed source : configuration.sources()) {
            search.begin(source);
        }
        err.println("The site is at " + configuration.address() + " (port " + server.port() + "); Ctrl-C stops.");
        return Shutdown.await(() -> {
            err.println("Stopping.");
            search.close();
            models.close();
            server.close();
            house.close();
        });
    }
}
