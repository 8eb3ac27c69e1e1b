package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polywire.publish.Resource.Listing;

/** The list of channels, which the laws of notices and of hostile text are held to, is the whole list. */
class ChannelTest {
    /** What tells of the publication itself, or that something is not there, and holds no word of a source. */
    private static final Set<String> OF_THE_HOUSE = Set.of(
            "Site.home",
            "Site.about",
            "Site.withdrawn",
            "Site.notFound",
            "Site.failed",
            "Site.moved",
            "Site.embedsNothing",
            "Site.sitemapIndex",
            "Site.sitemap",
            "Site.robots",
            "Site.picture",
            "Site.favicon",
            "Api.start",
            "Api.editions",
            "Api.edition",
            "Api.openApi",
            "Api.problem");

    @Test
    void everyWayOutIsAChannelOrOfTheHouse() {
        Set<String> known = Stream.concat(Arrays.stream(Channel.values()).map(Channel::way), OF_THE_HOUSE.stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ways = Stream.of(Site.class, Api.class, Parcels.class)
                .flatMap(door -> Arrays.stream(door.getDeclaredMethods()))
                .filter(ChannelTest::leadsOut)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ways).isEqualTo(known);
    }

    private static boolean leadsOut(Method method) {
        String made = method.getGenericReturnType().getTypeName();
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && Stream.of(Page.class, Parcel.class, String.class).anyMatch(type -> made.contains(type.getName()));
    }

    @Test
    void feedsAreTriedOfEveryKindOfListing() {
        Scene scene = Scene.of(Stories.ferry(), "port");
        assertThat(scene.listings().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(List.of(Listing.class.getPermittedSubclasses()));
    }
}
