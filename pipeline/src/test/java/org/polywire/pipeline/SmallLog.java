package org.polywire.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.publish.Api;
import org.polywire.publish.Parcels;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Store;

/** A publication log with two editions that a test writes entry by entry. */
final class SmallLog {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final LanguageTag CATALAN = new LanguageTag("ca");
    static final LanguageTag ARABIC = new LanguageTag("ar");
    static final List<Edition> EDITIONS = List.of(edition(CATALAN), edition(ARABIC));

    private static final URI HOME = URI.create("https://faro.example/");
    private static final SourceId SOURCE = new SourceId("el-faro");
    private static final SiteConfig SITE = site(EDITIONS);

    private final Store store;

    /** Begins with a source and nothing published. */
    SmallLog(Store store) {
        this.store = store;
        Source source = new Source(SOURCE, "El Faro", HOME, HOME.resolve("rss.xml"), Grant.FULL);
        store.write(transaction -> transaction.sources().save(FollowedSource.added(source, Duration.ofDays(1), NOW)));
    }

    private static Edition edition(LanguageTag language) {
        return new Edition(language, "The Wire", Fitness.NEWS, true);
    }

    private static SiteConfig site(List<Edition> editions) {
        return new SiteConfig(
                "The Wire", URI.create("https://wire.example/"), "Operator", "desk@wire.example", editions);
    }

    static Api api() {
        return new Api(SITE, new Site(SITE).addresses());
    }

    /** One that knows a single edition, and cannot tell of the other. */
    static Api apiOf(LanguageTag language) {
        SiteConfig config = site(List.of(edition(language)));
        return new Api(config, new Site(config).addresses());
    }

    static Parcels parcels() {
        return new Parcels(SITE, new Site(SITE).addresses());
    }

    /** A first text of an article, or the next. */
    void publish(LanguageTag edition, int number, int version) {
        KnownArticle article = article(number);
        store.write(transaction -> {
            if (version == 1) {
                transaction.articles().add(article);
            }
            transaction
                    .log()
                    .publish(
                            edition,
                            article,
                            version,
                            translation(article, edition, "Number " + number + ", text " + version),
                            new Revision(Revision.Kind.UPDATE, List.of(), ""),
                            NOW);
        });
    }

    void withdraw(LanguageTag edition, int number) {
        store.write(transaction -> transaction.log().withdraw(edition, article(number), Reason.SOURCE_WITHDREW, NOW));
    }

    private static KnownArticle article(int number) {
        URI address = HOME.resolve("/" + number);
        Sighting sighting = new Sighting(SOURCE, address, address.toString(), "article " + number, null, NOW);
        return KnownArticle.sighted(ArticleId.of(address), sighting, address, "");
    }

    private static Translation translation(KnownArticle known, LanguageTag language, String headline) {
        Article article = new Article(
                known.address(),
                new Outlet("El Faro", HOME),
                language,
                "",
                headline,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "",
                List.of(),
                "",
                Access.FREE,
                List.of(new Paragraph(Inlines.ofText("Words."))));
        LanguageTag spanish = new LanguageTag("es");
        Route.Leg leg = new Route.Leg(spanish, language, "Apertium", "3.8.3");
        return new Translation(article, spanish, new Route.Machine(List.of(leg)), NOW, List.of());
    }
}
