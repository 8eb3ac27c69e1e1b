package org.polywire.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;

/** Makes the {@link Frame} of each page. */
final class Frames {
    private final SiteConfig config;
    private final Addresses addresses;

    Frames(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
    }

    /** A page that every edition has: its front page, how it is made. */
    Frame everywhere(
            Edition edition, Wording wording, String title, Function<Edition, Resource> resource, String today) {
        Resource self = resource.apply(edition);
        List<Frame.Alternate> alternates = new ArrayList<>(config.editions().stream()
                .map(other -> alternate(other, resource))
                .toList());
        if (self instanceof Resource.Front) {
            alternates.add(new Frame.Alternate("x-default", absolute(new Resource.Home())));
        }
        Set<LanguageTag> all =
                Set.copyOf(config.editions().stream().map(Edition::language).toList());
        return frame(
                edition, wording, title, "", Html.NONE, true, self, alternates, tongues(edition, all, resource), today);
    }

    /** A page of an article, which some editions have. */
    Frame article(
            Copy copy,
            Wording wording,
            String title,
            String description,
            Html data,
            Set<LanguageTag> alsoIn,
            Resource self) {
        Function<Edition, Resource> text =
                edition -> new Resource.Text(edition, copy.entry().article());
        List<Frame.Alternate> alternates = config.editions().stream()
                .filter(other -> other.equals(copy.edition()) || alsoIn.contains(other.language()))
                .map(other -> alternate(other, text))
                .toList();
        return frame(
                copy.edition(),
                wording,
                title,
                description,
                data,
                false,
                self,
                alternates.size() > 1 && self instanceof Resource.Text ? alternates : List.of(),
                tongues(copy.edition(), alsoIn, text),
                "");
    }

    /** A page that says that there is nothing, or nothing any more. */
    Frame message(Edition edition, Wording wording, String title, Resource self) {
        return frame(
                edition,
                wording,
                title,
                "",
                Html.NONE,
                false,
                self,
                List.of(),
                tongues(edition, Set.of(), Resource.Front::new),
                "");
    }

    /** The chooser of editions, in the words of the edition that suits the reader best. */
    Frame home(Edition edition, Wording wording) {
        List<Frame.Alternate> alternates = Stream.concat(
                        config.editions().stream().map(other -> alternate(other, Resource.Front::new)),
                        Stream.of(new Frame.Alternate("x-default", absolute(new Resource.Home()))))
                .toList();
        return frame(
                edition,
                wording,
                wording.say("home.title"),
                "",
                Html.NONE,
                true,
                new Resource.Home(),
                alternates,
                List.of(),
                "");
    }

    private Frame frame(
            Edition edition,
            Wording wording,
            String title,
            String description,
            Html data,
            boolean indexed,
            Resource self,
            List<Frame.Alternate> alternates,
            List<Frame.Tongue> tongues,
            String today) {
        boolean home = self instanceof Resource.Home;
        return new Frame(
                wording,
                title,
                description,
                data,
                indexed,
                absolute(self),
                alternates,
                tongues,
                home ? config.title() : edition.title(),
                config.operator(),
                links(edition, home ? self : new Resource.Front(edition)),
                today);
    }

    private Frame.Links links(Edition edition, Resource front) {
        return new Frame.Links(
                addresses.path(front),
                addresses.path(new Resource.Search(edition)),
                addresses.path(new Resource.About(edition)),
                addresses.path(new Resource.Rss(edition)),
                addresses.path(new Resource.Atom(edition)),
                addresses.path(new Resource.Stylesheet()),
                addresses.path(new Resource.Favicon()));
    }

    private List<Frame.Tongue> tongues(Edition current, Set<LanguageTag> present, Function<Edition, Resource> same) {
        return config.editions().stream()
                .map(edition -> tongue(edition, edition.equals(current), present.contains(edition.language()), same))
                .toList();
    }

    private Frame.Tongue tongue(Edition edition, boolean current, boolean present, Function<Edition, Resource> same) {
        Resource target = present || current ? same.apply(edition) : new Resource.Front(edition);
        return new Frame.Tongue(
                edition.language(), Wording.ownName(edition.language()), addresses.path(target), current, present);
    }

    private Frame.Alternate alternate(Edition edition, Function<Edition, Resource> resource) {
        return new Frame.Alternate(edition.language().value(), absolute(resource.apply(edition)));
    }

    private String absolute(Resource resource) {
        return addresses.absolute(resource).toASCIIString();
    }
}
