package org.polywire.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.polywire.connect.Secret;
import org.polywire.connect.WordPress;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Distribution;
import org.polywire.pipeline.Rhythm;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.Parcels;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;
import org.polywire.search.SearchIndex;

/**
 * The process that {@link WordPressCommand} kills: it carries the publication log of a data folder to the WordPress site that the
 * environment names.
 *
 * <p>Argument: the data folder.
 */
final class WordPressChild {
    static final String NAME = "blog";
    static final List<Edition> EDITIONS = List.of(edition("ca"), edition("ar"));
    static final SiteConfig SITE = new SiteConfig(
            "The Harbour Wire",
            URI.create("https://wire.example/"),
            "Harbour Cooperative",
            "desk@wire.example",
            EDITIONS);

    private WordPressChild() {}

    private static Edition edition(String language) {
        return new Edition(new LanguageTag(language), language, Fitness.NEWS, true);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[0]);
        Map<String, String> environment = System.getenv();
        URI address = URI.create(Objects.requireNonNull(environment.get("WORDPRESS_ADDRESS")));
        InstantSource clock = InstantSource.system();
        Courier courier = new Courier(GatherConfig.defaults().withAllowed(Set.of(address.getAuthority())));
        WordPress blog = new WordPress(
                NAME,
                address,
                Objects.requireNonNull(environment.get("WORDPRESS_USER")),
                new Secret(Objects.requireNonNull(environment.get("WORDPRESS_PASSWORD"))),
                Set.of(),
                new WordPress.Options(Pictures.OMIT, true),
                new Parcels(SITE, new Site(SITE).addresses()),
                courier,
                picture -> Optional.empty(),
                clock);
        Workshop workshop = new Workshop(data, EDITIONS, Set.of(), Rhythm.brisk());
        Distribution distribution = new Distribution(
                workshop.newsroom(),
                SearchIndex.in(data.resolve("search")),
                List.of(blog),
                Set.of(NAME),
                clock,
                new Random(),
                Duration.ofSeconds(10));
        distribution.start();
        new CountDownLatch(1).await();
    }
}
