package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.PageRights;
import org.polywire.gather.Validators;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Outlet;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.SentencePair;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.testkit.MutableClock;
import org.polywire.translate.Translator;

/**
 * A thousand random edits of articles and of their translations, by the steps of the newsroom without the network: after each, every
 * edition has the newest text, what persons wrote stands, and nothing else of it that did not change was touched.
 */
class EditsTest {
    private static final int ROUNDS = 1_000;
    private static final URI HOME = URI.create("https://faro.example/");
    private static final SourceId FARO = new SourceId("el-faro");
    private static final Edition SPANISH = new Edition(new LanguageTag("es"), "El Cable", Fitness.NEWS, true);
    private static final Edition CATALAN = new Edition(new LanguageTag("ca"), "El Cable", Fitness.NEWS, false);
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final Random random = new Random(7);
    private final Map<String, String> wordings = new HashMap<>();
    private final Map<String, String> byPersons = new HashMap<>();
    private Store store;
    private Chronicle chronicle;
    private Gatherer gatherer;
    private Translator translator;
    private Visit visit;
    private Production production;

    private ArticleId id = ArticleId.of(HOME);
    private List<List<String>> text = List.of();
    private List<List<String>> shown = List.of();
    private int articles;
    private int versions;
    private int held;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        chronicle = new Chronicle(store);
        gatherer = new Gatherer(GatherConfig.defaults(), clock);
        translator = new Translator(List.of(new Phrasebook()), LANGUAGES, clock);
        Cores cores = new Cores(2);
        StoryDesk stories = new StoryDesk(store, clock.instant());
        NewsroomConfig config = new NewsroomConfig(folder, List.of(SPANISH, CATALAN), Rhythm.defaults(), 1);
        RightsDesk rights = new RightsDesk(store, new PageRights(gatherer, clock), clock);
        visit = new Visit(
                store, chronicle, gatherer, rights, new Extractor(LANGUAGES), stories, cores, config, clock, random);
        production = new Production(
                store, chronicle, translator, new Checks(LANGUAGES), stories, cores, config.rhythm(), clock, random);
        Source source = new Source(FARO, "El Faro", HOME, HOME.resolve("rss"), Grant.FULL);
        store.write(transaction ->
                transaction.sources().save(FollowedSource.added(source, Duration.ofMinutes(1), clock.instant())));
    }

    @AfterEach
    void close() {
        translator.close();
        gatherer.close();
        store.close();
    }

    @Test
    void everyEditionFollowsEveryEditAndTouchesNothingElse() {
        sight();
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(Duration.ofMinutes(1));
            if (random.nextInt(50) == 0) {
                takeDown();
                sight();
            } else if (random.nextInt(10) == 0 && versions > 0) {
                correctTranslation();
                produce();
                check(round);
            } else {
                edit();
                publish();
                check(round);
            }
        }
        assertThat(held).as("held").isLessThan(ROUNDS / 50);
    }

    private void sight() {
        URI address = HOME.resolve("a/" + articles++);
        id = ArticleId.of(address);
        Sighting sighting = new Sighting(FARO, address, "", "", null, clock.instant());
        store.write(transaction -> transaction.articles().add(KnownArticle.sighted(id, sighting, address, "")));
        text = new ArrayList<>();
        shown = List.of();
        versions = 0;
        wordings.clear();
        for (int i = 0; i < 5; i++) {
            text.add(new ArrayList<>(List.of(Phrasebook.sentence(random), Phrasebook.sentence(random))));
        }
    }

    /** Up to three changes: a sentence changed, added, dropped or moved, a paragraph added, dropped, joined or parted; or none. */
    private void edit() {
        List<List<String>> next = new ArrayList<>();
        text.forEach(paragraph -> next.add(new ArrayList<>(paragraph)));
        for (int i = random.nextInt(4); i > 0; i--) {
            change(next, next.get(random.nextInt(next.size())));
            next.removeIf(List::isEmpty);
            if (next.isEmpty()) {
                next.add(new ArrayList<>(List.of(Phrasebook.sentence(random))));
            }
        }
        text = next;
    }

    private void change(List<List<String>> next, List<String> paragraph) {
        int at = random.nextInt(paragraph.size());
        switch (random.nextInt(8)) {
            case 0 -> paragraph.set(at, Phrasebook.sentence(random));
            case 1 -> paragraph.set(at, paragraph.get(at).replaceAll("\\d+", "" + (12 + random.nextInt(900))));
            case 2 -> paragraph.add(at, Phrasebook.sentence(random));
            case 3 -> paragraph.remove(at);
            case 4 -> next.get(random.nextInt(next.size())).add(paragraph.remove(at));
            case 5 -> next.add(new ArrayList<>(List.of(Phrasebook.sentence(random))));
            case 6 -> next.add(random.nextInt(next.size()), new ArrayList<>(List.of(paragraph.remove(at))));
            default -> next.remove(paragraph);
        }
    }

    private Article article() {
        List<Block> body = text.stream()
                .<Block>map(paragraph -> new Paragraph(Inlines.ofText(String.join(" ", paragraph))))
                .toList();
        return new Article(
                HOME.resolve("a/" + (articles - 1)),
                new Outlet("El Faro", HOME),
                new LanguageTag("es"),
                "",
                "El museo de Salinas abrirá 12 salas nuevas en verano.",
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "",
                List.of(),
                "",
                Access.FREE,
                body);
    }

    /** A person does not like how a sentence was translated; the person's words stand from now on. */
    private void correctTranslation() {
        String sentence = text.getFirst().getFirst();
        String words = Phrasebook.wordings(sentence)
                .getFirst()
                .replaceFirst("\\.$", ", segons diu la redacció" + " avui".repeat(random.nextInt(2)) + ".");
        MemoryEntry entry = new MemoryEntry(
                new LanguageTag("es"),
                CATALAN.language(),
                Inlines.ofText(sentence),
                Inlines.ofText(words),
                "",
                "",
                Provenance.POST_EDITED,
                "Núria Font",
                clock.instant(),
                id);
        try (MemoryDesk desk = MemoryDesk.open(folder)) {
            assertThat(desk.add(List.of(entry), clock.instant()))
                    .containsExactly(new MemoryDesk.Reissue(id, CATALAN.language()));
        }
        versions++;
        byPersons.put(sentence, words);
    }

    private void publish() {
        visit.compare(known(), article(), Validators.NONE);
        produce();
    }

    private void produce() {
        for (Edition edition : List.of(SPANISH, CATALAN)) {
            Standing standing = store.<Optional<Standing>>read(
                            transaction -> transaction.standings().find(id, edition.language()))
                    .orElseThrow();
            if (standing.state() == Standing.State.PENDING) {
                production.produce(known(), standing, edition);
            }
        }
    }

    private KnownArticle known() {
        return store.<Optional<KnownArticle>>read(
                        transaction -> transaction.articles().find(id))
                .orElseThrow();
    }

    /** The operator withdraws it while an edition is at work on it: what comes of that work must not appear. */
    private void takeDown() {
        edit();
        if (known().version() > 0) {
            visit.compare(known(), article(), Validators.NONE);
        }
        KnownArticle before = known();
        List<Standing> standings =
                store.read(transaction -> transaction.standings().of(id));
        assertThat(Takedown.of(folder, id.value(), "as agreed", clock.instant()))
                .isPresent();
        standings.forEach(standing -> production.produce(
                before, standing, standing.edition().equals(CATALAN.language()) ? CATALAN : SPANISH));
        visit.compare(before, article(), Validators.NONE);
        for (Edition edition : List.of(SPANISH, CATALAN)) {
            Optional<Publication> page = page(edition);
            assertThat(page.filter(publication -> !(publication instanceof Withdrawn)))
                    .isEmpty();
        }
    }

    private Optional<Publication> page(Edition edition) {
        return store.read(transaction -> transaction.log().find(edition.language(), id));
    }

    private void check(int round) {
        boolean changed = !text.equals(shown);
        versions += changed ? 1 : 0;
        shown = text;
        List<TextVersion> history =
                store.read(transaction -> transaction.revisions().of(id));
        assertThat(history).as("round %s", round).hasSize(versions);
        assertThat(history.getLast().version()).isEqualTo(versions).isEqualTo(known().version());
        assertThat(translation(SPANISH).orElseThrow().article().body())
                .isEqualTo(article().body());
        translation(CATALAN).ifPresentOrElse(this::checkTranslation, () -> held++);
    }

    /** Of a text that the checks held, nothing may stand. */
    private Optional<Translation> translation(Edition edition) {
        return page(edition).flatMap(publication -> switch (publication) {
            case Published(Publication.Entry entry, Translation translation) -> Optional.of(translation);
            case Corrected(Publication.Entry entry, Translation translation, var revision) -> {
                assertThat(entry.version()).isBetween(edition.equals(CATALAN) ? versions : 1, versions);
                yield Optional.of(translation);
            }
            case Withdrawn withdrawn -> Optional.empty();
        });
    }

    /** Each paragraph is its sentences' translations in their order; a sentence that stood before has the wording it had. */
    private void checkTranslation(Translation translation) {
        List<Block> body = translation.article().body();
        assertThat(body).hasSameSizeAs(text);
        Map<String, String> now = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            String place = "body." + i;
            List<SentencePair> pairs = translation.sentences().stream()
                    .filter(pair -> pair.place().path().equals(place))
                    .toList();
            assertThat(pairs).extracting(SentencePair::source).isEqualTo(text.get(i));
            assertThat(Inlines.text(((Paragraph) body.get(i)).content()))
                    .isEqualTo(String.join(
                            " ", pairs.stream().map(SentencePair::target).toList()));
            pairs.forEach(pair -> {
                now.putIfAbsent(pair.source(), pair.target());
                String words = byPersons.get(pair.source());
                if (words == null) {
                    assertThat(Phrasebook.wordings(pair.source())).contains(pair.target());
                    assertThat(pair.target()).isEqualTo(wordings.getOrDefault(pair.source(), pair.target()));
                } else {
                    assertThat(pair.target()).isEqualTo(words);
                    assertThat(pair.provenance().byPerson()).isTrue();
                }
            });
        }
        wordings.clear();
        wordings.putAll(now);
    }
}
