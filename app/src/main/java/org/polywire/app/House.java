package org.polywire.app;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.app.Configuration.Followed;
import org.polywire.check.Checks;
import org.polywire.connect.Hub;
import org.polywire.extract.Extractor;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.language.LanguageIdentifier;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Distribution;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.Newsroom.DataFolderInUse;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Subscribers;
import org.polywire.publish.Api;
import org.polywire.publish.Parcels;
import org.polywire.publish.SiteConfig;
import org.polywire.search.SearchIndex;
import org.polywire.translate.Apertium;
import org.polywire.translate.Engine;
import org.polywire.translate.FirefoxTranslations;
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
    private final PublicApi api;
    private final SearchIndex index;
    private final Courier courier;
    private final Distribution distribution;
    private final Subscribers subscribers;
    private final Shelf shelf;
    private final InstantSource clock;

    private House(
            Configuration configuration, Translator translator, Gatherer gatherer, Rhythm rhythm, InstantSource clock) {
        this.configuration = configuration;
        this.clock = clock;
        this.translator = translator;
        this.gatherer = gatherer;
        LanguageIdentifier languages = LanguageIdentifier.load();
        newsroom = Newsroom.open(
                new NewsroomConfig(
                        configuration.data(), configuration.editions(), rhythm, NewsroomConfig.DEFAULT_WORKERS),
                new Newsroom.Parts(
                        gatherer,
                        new Extractor(languages),
                        translator,
                        new Checks(languages, configuration.checks().policy()),
                        clock,
                        new Random()),
                configuration.network().stopAfter());
        SiteConfig config = siteConfig(configuration);
        index = SearchIndex.in(configuration.data().resolve("search"));
        SearchDesk search = new SearchDesk(index, newsroom.archive(), clock);
        site = site(configuration, newsroom.archive(), search, pictures(configuration, gatherer, clock), clock);
        Api forms = new Api(config, site.addresses());
        api = new PublicApi(forms, config.editions(), newsroom.archive(), search);
        courier = new Courier(gathering(configuration));
        Parcels parcels = new Parcels(config, site.addresses());
        distribution = new Distribution(
                newsroom,
                index,
                new Connectors(forms, parcels, courier, gatherer, clock).make(configuration.connectors()),
                Connectors.anew(configuration.connectors()),
                clock,
                new Random(),
                configuration.network().stopAfter());
        URI root = configuration.address();
        subscribers = new Subscribers(
                newsroom,
                new Hub(root.resolve(HubDoor.PATH), courier, clock),
                topic -> HubDoor.feed(topic, root, site),
                clock);
        distribution.bring(subscribers);
        shelf = new Shelf(site, clock);
        newsroom.listen(shelf::heard);
    }

    /** The site of a newsroom that is at work or not. */
    static PublicSite site(
            Configuration configuration,
            Archive archive,
            SearchDesk search,
            PictureDesk pictures,
            InstantSource clock) {
        return new PublicSite(siteConfig(configuration), indexed(configuration), archive, search, pictures, clock);
    }

    /** The pictures of a newsroom that is at work or not, fetched as politely and as guardedly as its pages. */
    static PictureDesk pictures(Configuration configuration, Gatherer gatherer, InstantSource clock) {
        return new PictureDesk(
                picturesFolder(configuration.data()),
                address -> gatherer.fetch(new Request(address, Validators.NONE, Purpose.PAGE)),
                clock);
    }

    /** Where the pictures of a newsroom lie. */
    static Path picturesFolder(Path data) {
        return data.resolve("pictures");
    }

    private static SiteConfig siteConfig(Configuration configuration) {
        return new SiteConfig(
                configuration.title(),
                configuration.address(),
                configuration.operator(),
                configuration.contact(),
                configuration.editions(),
                configuration.picturePolicy());
    }

    private static Set<SourceId> indexed(Configuration configuration) {
        return configuration.sources().stream()
                .filter(Followed::indexed)
                .map(source -> new SourceId(source.id()))
                .collect(Collectors.toUnmodifiableSet());
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
                TranslatorConfig.defaults()
                        .with(configuration.translation().policy())
                        .with(configuration.translation().glossary())
                        .withLocalNumbers(configuration.translation().localNumbers()));
    }

    private static List<Engine> engines(Configuration configuration, InstantSource clock) {
        List<Engine> engines = new ArrayList<>(engines());
        if (!configuration.translation().services().isEmpty()) {
            SpendingFile spending = new SpendingFile(Budget.file(configuration));
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
        return new Translator(engines(), LanguageIdentifier.load(), clock);
    }

    /** The engines of this machine, which cost nothing until they translate. */
    static List<Engine> engines() {
        Marian marian = new Marian(models(null));
        return List.of(Apertium.installed(), new FirefoxTranslations(marian));
    }

    /** The same with a translator that was made before; the house closes it. */
    static House build(Configuration configuration, Translator translator, Rhythm rhythm, InstantSource clock) {
        return build(configuration, translator, new Gatherer(gathering(configuration), clock), rhythm, clock);
    }

    /** The same with a gatherer that was made before; the house closes it, too. */
    static House build(
            Configuration configuration, Translator translator, Gatherer gatherer, Rhythm rhythm, InstantSource clock) {
        try {
            return new House(configuration, translator, gatherer, rhythm, clock);
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

    /** Reads in the background what the first article would have to wait for, and gives back what reading it took beside what is kept. */
    static void prepare() {
        Thread.ofPlatform().daemon().name("prepare").start(() -> {
            LanguageIdentifier.load().prepare();
            // A heap that grew for the model's own objects would stay as large while the newsroom waits: it makes too
            // little garbage to be tidied.
            System.gc();
        });
    }

    /** Begins, or goes on. */
    void start() {
        prepare();
        newsroom.start();
        distribution.start();
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

    /** Follows a source from now on; one that has ended is not asked again. */
    void follow(Source source) {
        newsroom.follow(source);
        sourcesChanged();
    }

    /** Follows a source that was just seen alive, even if it had ended. */
    void revive(Source source) {
        newsroom.revive(source);
        sourcesChanged();
    }

    private void sourcesChanged() {
        site.sourcesChanged();
        shelf.clear();
    }

    /** Puts the site on the web, where the sources' hubs find it from now on, too; whoever asked for it closes it. */
    WebServer serve() {
        PushDoor push =
                PushDoor.to(newsroom.push(courier, configuration.address().resolve(PushDoor.PATH)));
        return WebServer.start(
                configuration.bind(), configuration.port(), new Entrance(api, shelf), subscribers::ask, push);
    }

    /**
     * Watches for articles that no engine here translates well enough, and offers the neural models for them, or fetches them where the
     * operator wants that; whoever asked for it closes it.
     *
     * @param tell is given lines for people, on other threads
     */
    MissingModels missingModels(Consumer<String> tell) {
        return missingModels(models(configuration.translation().modelMirror()), tell);
    }

    /** The same, with models in this folder and from this catalogue. */
    MissingModels missingModels(MarianConfig models, Consumer<String> tell) {
        MissingModels missing =
                new MissingModels(models, configuration.translation().fetchModels(), clock, this::enginesChanged, tell);
        newsroom.listen(event -> edition(event.edition())
                .filter(edition -> MissingModels.CODES.contains(event.code()))
                .ifPresent(edition -> missing.missed(() -> archive().language(event.article()), edition)));
        return missing;
    }

    private static MarianConfig models(@Nullable URI mirror) {
        Path folder = ModelsFolder.ofThisUser();
        return mirror == null ? MarianConfig.of(folder) : MarianConfig.mirror(folder, mirror);
    }

    private Optional<Edition> edition(@Nullable LanguageTag language) {
        return configuration.editions().stream()
                .filter(edition -> edition.language().equals(language))
                .findFirst();
    }

    private void enginesChanged() {
        translator.renew();
        newsroom.enginesChanged();
    }

    /** Where an article stands in an edition, for ever. */
    URI permalink(LanguageTag language, ArticleId article) {
        return site.permalink(language, article);
    }

    /** Stops in order: what follows the newsroom, the newsroom, each within its deadline, then the parts that they work with. */
    @Override
    public void close() {
        distribution.close();
        courier.close();
        index.close();
        newsroom.close();
        translator.close();
        gatherer.close();
    }
}
