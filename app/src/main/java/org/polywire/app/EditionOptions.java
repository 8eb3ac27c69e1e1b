package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.polywire.app.Configuration.Network;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import picocli.CommandLine.Option;

/** The options of a newsroom that is set up on the command line: its languages, what may be published, how good engines must be. */
final class EditionOptions {
    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            split = ",",
            splitSynopsisLabel = ",",
            required = true,
            description = "The languages of the editions.")
    private List<String> languages = List.of();

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            defaultValue = "headline",
            description = "What you may publish: full (whole articles: your own, by contract or licence) or headline."
                    + " Default: ${DEFAULT-VALUE}.")
    private Grant grant = Grant.HEADLINE;

    @Option(
            names = "--floor",
            paramLabel = "FITNESS",
            defaultValue = "news",
            description = "The least that an engine must be good for: news or gist. Default: ${DEFAULT-VALUE}.")
    private Fitness floor = Fitness.NEWS;

    /** What the operator may publish of every source. */
    Grant grant() {
        return grant;
    }

    /**
     * A publication of the operator of this machine, for itself.
     *
     * @param allowedHosts that may be on this machine, too
     */
    Configuration configuration(Path data, int port, List<String> allowedHosts) {
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                data,
                "The operator of this machine",
                "operator@localhost",
                languages.stream().map(this::edition).toList(),
                List.of(),
                new Network(allowedHosts, Network.DEFAULT.delay(), Network.DEFAULT.stopAfter()));
    }

    private Edition edition(String tag) {
        LanguageTag language = Form.language()
                .parse(tag)
                .orElseThrow(() -> new CannotGoOn(
                        Exit.USAGE, tag + " is not " + Form.language().what() + "."));
        return new Edition(language, language.locale().getDisplayName(Locale.ENGLISH), floor, true);
    }
}
