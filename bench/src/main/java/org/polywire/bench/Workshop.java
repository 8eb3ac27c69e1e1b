package org.polywire.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Edition;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Rhythm;
import org.polywire.translate.Apertium;
import org.polywire.translate.Translator;

/** A newsroom without a site, with the parts of the real one, for a press on this machine. */
final class Workshop implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Gatherer gatherer;
    private final Translator translator;
    private final Newsroom newsroom;

    Workshop(Path data, List<Edition> editions, Set<String> allowedHosts, Rhythm rhythm) {
        InstantSource clock = InstantSource.system();
        LanguageIdentifier languages = LanguageIdentifier.load();
        gatherer = new Gatherer(GatherConfig.defaults().withAllowed(allowedHosts), clock);
        translator = new Translator(List.of(Apertium.installed()), languages, clock);
        newsroom = Newsroom.open(
                new NewsroomConfig(data, editions, rhythm, NewsroomConfig.DEFAULT_WORKERS),
                new Newsroom.Parts(
                        gatherer, new Extractor(languages), translator, new Checks(languages), clock, new Random()),
                DEADLINE);
    }

    Newsroom newsroom() {
        return newsroom;
    }

    Archive archive() {
        return newsroom.archive();
    }

    @Override
    public void close() {
        newsroom.close();
        translator.close();
        gatherer.close();
    }
}
