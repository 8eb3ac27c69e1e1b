package org.polywire.connect;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.publish.Api;
import org.polywire.publish.Parcels;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;

/** A small publication to carry elsewhere. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final LanguageTag CATALAN = new LanguageTag("ca");
    static final LanguageTag ARABIC = new LanguageTag("ar");

    private static final SiteConfig CONFIG = new SiteConfig(
            "The Harbour Wire",
            URI.create("https://wire.example/"),
            "Harbour Cooperative",
            "desk@wire.example",
            List.of(edition(CATALAN), edition(ARABIC)));
    private static final Site SITE = new Site(CONFIG);

    private Samples() {}

    private static Edition edition(LanguageTag language) {
        return new Edition(language, "The Harbour Wire", Fitness.NEWS, false);
    }

    static Api api() {
        return new Api(CONFIG, SITE.addresses());
    }

    static Parcels parcels() {
        return new Parcels(CONFIG, SITE.addresses());
    }

    static Published published(LanguageTag edition, int number, long sequence, String headline) {
        return new Published(entry(edition, number, sequence, 1), translation(edition, number, headline));
    }

    static Corrected corrected(LanguageTag edition, int number, long sequence, String headline) {
        return new Corrected(
                entry(edition, number, sequence, 2),
                translation(edition, number, headline),
                new Revision(Revision.Kind.UPDATE, List.of(), ""));
    }

    static Withdrawn withdrawn(LanguageTag edition, int number, long sequence) {
        return new Withdrawn(entry(edition, number, sequence, 2), Reason.SOURCE_WITHDREW);
    }

    private static Entry entry(LanguageTag edition, int number, long sequence, int version) {
        return new Entry(sequence, edition, ArticleId.of(address(number)), new SourceId("el-faro"), version, NOW, NOW);
    }

    private static URI address(int number) {
        return URI.create("https://faro.example/" + number);
    }

    private static Translation translation(LanguageTag edition, int number, String headline) {
        List<Block> body = List.of(
                new Figure(
                        new Picture(URI.create("https://faro.example/" + number + ".jpg"), 800, 600, "el vaixell"),
                        Inlines.ofText("El vaixell al port"),
                        "M. Ferrer"),
                new Paragraph(Inlines.ofText("Nou minuts de travessia, 4,6 milions d’euros.")));
        Article article = new Article(
                address(number),
                new Outlet("El Faro & Cia", URI.create("https://faro.example/")),
                edition,
                "Mobilitat",
                headline,
                Inlines.ofText("El vaixell, de 38 metres, substitueix la vella línia."),
                List.of(new Byline("Lucía Ferrer", Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                "Port",
                List.of(),
                "",
                Access.FREE,
                body);
        LanguageTag spanish = new LanguageTag("es");
        Route route = new Route.Machine(List.of(new Route.Leg(spanish, edition, "Apertium", "3.8.3")));
        return new Translation(article, spanish, route, NOW, List.of());
    }
}
