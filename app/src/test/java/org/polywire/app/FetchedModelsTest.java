package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.language.LanguageIdentifier;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.Event;
import org.polywire.store.Standing;
import org.polywire.store.Standing.State;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.ModelMirror;
import org.polywire.translate.FirefoxTranslations;
import org.polywire.translate.Translator;

/**
 * A whole newsroom without an engine for what comes, and a mirror that has the model. The weights are random, so that what comes of it is
 * read by the checks and never fit to be published.
 */
class FetchedModelsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final LoopbackServer paper = LoopbackServer.start();
    private final LoopbackServer mirror = LoopbackServer.start();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void offer() {
        String headline = "El puerto abre de noche";
        paper.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n"));
        paper.on("/a", Answers.ok("text/html", PushDoorTest.page(headline)));
        paper.on(
                "/rss.xml",
                Answers.ok(
                        "application/rss+xml",
                        "<rss version='2.0'><channel><title>El Faro</title><item><title>" + headline + "</title><link>"
                                + paper.address("/a") + "</link></item></channel></rss>"));
        new ModelMirror(mirror).offer("2.1", "es-en");
    }

    @AfterEach
    void close() {
        paper.close();
        mirror.close();
    }

    private Configuration configuration(boolean fetch) {
        ConfigurationReading reading = ConfigurationReader.read(
                """
                address: http://localhost:%d
                operator: Me
                contact: me@example.org
                editions: [{language: en}]
                network: {allow-hosts: ['%s']}
                translation: {fetch-models: %s}
                """.replaceFirst("%d", String.valueOf(Temporary.freePort()))
                        .replaceFirst("%s", paper.authority())
                        .replaceFirst("%s", String.valueOf(fetch)),
                folder);
        return ((Accepted) reading).configuration();
    }

    /** Runs the newsroom until something is so of its only article. */
    private Whereabouts run(boolean fetch, Predicate<Whereabouts> end) {
        MarianConfig models = MarianConfig.mirror(folder.resolve("models"), mirror.address("/"));
        Translator translator =
                new Translator(List.of(new FirefoxTranslations(new Marian(models))), LanguageIdentifier.load(), CLOCK);
        try (House house = House.build(configuration(fetch), translator, Rhythm.defaults(), CLOCK);
                MissingModels unused = house.missingModels(models, told::add)) {
            house.follow(new Source(
                    new SourceId("el-faro"), "El Faro", paper.address("/"), paper.address("/rss.xml"), Grant.FULL));
            house.start();
            return await(house, end);
        }
    }

    private Whereabouts await(House house, Predicate<Whereabouts> end) {
        long last = System.nanoTime() + PATIENCE.toNanos();
        Optional<Whereabouts> now = Optional.empty();
        while (now.filter(end).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("it comes about in time: %s; told: %s", now, told)
                    .isLessThan(last);
            Once.pause(Once.LOOK);
            now = house.archive().where(paper.address("/a").toString());
        }
        return now.get();
    }

    private static boolean isIn(State state, Whereabouts article) {
        return article.standings().stream().map(Standing::state).anyMatch(state::equals);
    }

    @Test
    void whatNoEngineHereTranslatesIsTranslatedOnceItsModelIsFetched() {
        Whereabouts article = run(true, now -> isIn(State.HELD, now));
        Route route = Objects.requireNonNull(article.heldBack().get(ENGLISH)).route();
        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.Machine.class,
                        machine -> assertThat(machine.legs())
                                .singleElement()
                                .satisfies(leg -> assertThat(leg.engine()).isEqualTo("Firefox Translations")));
        assertThat(article.history()).extracting(Event::code).contains(Reason.NO_ROUTE.name());
        assertThat(article.publications()).isEmpty();
        assertThat(Account.next(article)).last().asString().startsWith("en: it is kept back");
        assertThat(told).last().asString().startsWith("Installed es-en");
    }

    @Test
    void whereNobodySaidSoTheModelIsOfferedAndTheArticleWaits() {
        Whereabouts article = run(false, now -> isIn(State.REFUSED, now) && !told.isEmpty());
        assertThat(article.standings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.reason()).isEqualTo(Reason.NO_ROUTE));
        assertThat(told).singleElement().asString().contains("./polywire models install es-en");
        assertThat(Account.next(article)).last().asString().startsWith("en: it stays refused, unless other engines");
    }
}
