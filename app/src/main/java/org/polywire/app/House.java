package org.polywire.app;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.Newsroom.DataFolderInUse;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Rhythm;
import org.polywire.publish.SiteConfig;
import org.polywire.translate.Apertium;
import org.polywire.translate.Engine;
import org.polywire.translate.Translator;
import org.polywire.translate.TranslatorConfig;
import org.polywire.translate.WebEngine;

/** A newsroom with its site, wired by hand. Safe to share between threads; to be opened and closed once. */
final class House implements AutoCloseable {
    private final Configuration configuration;
    private final Gatherer gatherer;
    private final Translator translator;
    private final Newsroom newsroom;
    private final PublicSite site;

    private House(Configuration configuration, Translator translator, Rhythm rhythm, InstantSource clock) {
        this.configuration = configuration;
        this.translator = translator;
        LanguageIdentifier languages = LanguageIdentifier.load();
        gatherer = new Gatherer(gathering(configuration), clock);
        newsroom = Newsroom.open(
                new NewsroomConfig(
                        configuration.data(), configuration.editions(), rhythm, NewsroomConfig.DEFAULT_WORKERS),
                new Newsroom.Parts(
                        gatherer, new Extractor(languages), translator, new Checks(languages), clock, new Random()),
                configuration.network().stopAfter());
        site = new PublicSite(siteConfig(configuration), newsroom.archive(), clock);
    }

    private static SiteConfig siteConfig(Configuration configuration) {
        return new SiteConfig(
                configuration.title(),
                configuration.address(),
                configuration.operator(),
                configuration.contact(),
                configuration.editions());
    }

    /**
     * Makes everything and starts nothing yet.
     *
     * @throws CannotGoOn if the data folder is in use or cannot be written to
     */
    static House build(Configuration configuration, Rhythm rhythm, InstantSource clock) {
        return build(configuration, translator(configuration, clock), rhythm, clock);
    }

    /** The translator of a house as it is configured. */
    static Translator translator(Configuration configuration, InstantSource clock) {
        return new Translator(
                engines(configuration, clock),
                LanguageIdentifier.load(),
                clock,
                TranslatorConfig.defaults().with(configuration.translation().policy()));
    }

    private static List<Engine> engines(Configuration configuration, InstantSource clock) {
        List<Engine> engines = new ArrayList<>(List.of(Apertium.installed()));
        if (!configuration.translation().services().isEmpty()) {
            SpendingFile spending = new SpendingFile(configuration.data().resolve("spending.txt"));
            configuration
                    .translation()
                    .services()
                    .forEach(service -> engines.add(new WebEngine(
                            service,
                            spending.of(service.name()),
                            spent -> spending.save(service.name(), spent),
                            clock,
                            Thread::sleep)));
        }
        return engines;
    }

    /** The translator of a house, with whatever engines are installed. */
    static Translator translator(InstantSource clock) {
        return new Translator(List.of(Apertium.installed()), LanguageIdentifier.load(), clock);
    }

    /** The same with a translator that was made before; the house closes it. */
    static House build(Configuration configuration, Translator translator, Rhythm rhythm, InstantSource clock) {
        try {
            return new House(configuration, translator, rhythm, clock);
        } catch (DataFolderInUse e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "Another Polywire is at work on " + configuration.data()
                            + ". Stop it, or choose another data folder.");
        } catch (UncheckedIOException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    e.getMessage() + " (" + e.getCause()
                            + "). Make the folder writable, or choose another data folder.");
        }
    }

    static GatherConfig gathering(Configuration configuration) {
        GatherConfig defaults = GatherConfig.defaults();
        return new GatherConfig(
                defaults.version(),
                configuration.contact(),
                Set.copyOf(configuration.network().allowHosts()),
                configuration.network().delay(),
                defaults.crawlDelayCap(),
                defaults.patience(),
                defaults.connectTimeout(),
                defaults.pageDeadline(),
                defaults.feedDeadline(),
                defaults.pageBytes(),
                defaults.feedBytes(),
                defaults.compressionRatio(),
                defaults.redirects(),
                defaults.connections(),
                defaults.hosts());
    }

    Newsroom newsroom() {
        return newsroom;
    }

    Archive archive() {
        return newsroom.archive();
    }

    Gatherer gatherer() {
        return gatherer;
    }

    Configuration configuration() {
        return configuration;
    }

    /** Follows a source from now on. */
    void follow(Source source) {
        newsroom.follow(source);
        site.sourcesChanged();
    }

    /** Puts the site on the web; whoever asked for it closes it. */
    WebServer serve() {
        return WebServer.start(configuration.bind(), configuration.port(), site);
    }

    /** Where an article stands in an edition, for ever. */
    URI permalink(LanguageTag language, ArticleId article) {
        return site.permalink(language, article);
    }

    /** Stops in order: the newsroom first, within its deadline, then the parts that it works with. */
    @Override
    public void close() {
        newsroom.close();
        translator.close();
        gatherer.close();
    }
}
