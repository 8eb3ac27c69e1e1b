package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Reason;
import org.polywire.model.Review;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.StoryId;
import org.polywire.model.Translation;
import org.polywire.publish.SiteConfig;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/** A data folder with some publications in it, written as the newsroom would. */
final class Published {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final LanguageTag CATALAN = new LanguageTag("ca");
    static final LanguageTag ARABIC = new LanguageTag("ar");
    static final List<Edition> EDITIONS = List.of(
            new Edition(CATALAN, "El Far", Fitness.NEWS, true), new Edition(ARABIC, "المنارة", Fitness.NEWS, true));

    private static final URI HOME = URI.create("https://faro.example/");
    private static final SourceId SOURCE = new SourceId("el-faro");

    private Published() {}

    static SiteConfig config() {
        return new SiteConfig(
                "The Lighthouse", URI.create("https://wire.example/"), "Association", "desk@wire.example", EDITIONS);
    }

    static ArticleId id(int number) {
        return ArticleId.of(HOME.resolve("/" + number));
    }

    /**
     * Articles 1 to {@code count} in both editions, each a minute later than the one before; number 2 withdrawn from the Catalan one;
     * numbers 1 to 3 tell one story.
     */
    static void write(Path folder, int count) {
        write(folder, count, Published::translation);
    }

    /** What an article says in an edition. */
    interface Texts {
        Translation of(KnownArticle article, LanguageTag edition, int number);
    }

    /** The same with other texts. */
    static void write(Path folder, int count, Texts texts) {
        try (Store store = Store.open(folder)) {
            store.write(transaction -> {
                Source source = new Source(SOURCE, "El Faro", HOME, HOME.resolve("rss.xml"), Grant.FULL);
                transaction.sources().save(FollowedSource.added(source, Duration.ofDays(1), NOW));
                for (int i = 1; i <= count; i++) {
                    KnownArticle article = article(i);
                    transaction.articles().add(article);
                    place(i, transaction);
                    for (Edition edition : EDITIONS) {
                        transaction
                                .standings()
                                .save(Standing.pending(article.id(), edition.language(), 1)
                                        .published(List.of()));
                        transaction
                                .log()
                                .publish(
                                        edition.language(),
                                        article,
                                        1,
                                        texts.of(article, edition.language(), i),
                                        new Revision(Revision.Kind.UPDATE, List.of(), ""),
                                        NOW.plusSeconds(60L * i));
                    }
                }
                transaction
                        .log()
                        .withdraw(CATALAN, article(2), Reason.SOURCE_WITHDREW, NOW.plusSeconds(60L * count + 1));
            });
        }
    }

    /** Numbers 1 to 3 tell one story. */
    private static void place(int number, Transaction transaction) {
        boolean joins = number == 2 || number == 3;
        transaction
                .stories()
                .place(
                        id(number),
                        new StoryId(id(joins ? 1 : number)),
                        joins ? Story.Likeness.SAME_EVENT : Story.Likeness.FIRST,
                        new LanguageTag("es"),
                        NOW);
    }

    /** Where the picture of an article is. */
    static URI picture(int number) {
        return HOME.resolve("/" + number + ".jpg");
    }

    private static KnownArticle article(int number) {
        URI address = HOME.resolve("/" + number);
        Sighting sighting = new Sighting(SOURCE, address, address.toString(), "article " + number, null, NOW);
        return KnownArticle.sighted(id(number), sighting, address, "");
    }

    static Translation translation(KnownArticle known, LanguageTag language, int number) {
        Article article = new Article(
                known.address(),
                new Outlet("El Faro", HOME),
                language,
                "",
                "Transbordador número " + number,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "Port",
                List.of(),
                "",
                Access.FREE,
                List.of(
                        new Block.Figure(
                                new Block.Picture(picture(number), 1200, 800, "Un transbordador"),
                                Inlines.ofText("Al port"),
                                "M. Ferrer"),
                        new Block.Paragraph(Inlines.ofText("Nou minuts de travessia."))));
        LanguageTag spanish = new LanguageTag("es");
        return new Translation(
                article,
                spanish,
                new Route.Machine(List.of(new Route.Leg(spanish, language, "Apertium", "3.8.3"))),
                NOW,
                List.of(
                        pair(Place.HEADLINE, "Transbordador número " + number, "Transbordador número " + number),
                        pair(Place.BODY.child(1), "Nueve minutos de travesía.", "Nou minuts de travessia.")),
                new Review(List.of(), Map.of(0, 0.9, 1, 0.5)));
    }

    private static SentencePair pair(Place place, String source, String target) {
        return new SentencePair(place, source, target, List.of(), List.of());
    }
}
