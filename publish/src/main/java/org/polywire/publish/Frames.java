package org.polywire.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Frame.Alternate;
import org.polywire.publish.Frame.Follow;
import org.polywire.publish.Frame.Head;
import org.polywire.publish.Frame.Tongue;
import org.polywire.publish.Frame.Way;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Home;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.SearchFeed;

/** Makes the {@link Frame} of each page. */
final class Frames {
    private static final String SITE = "website";
    private static final String ARTICLE = "article";

    private final SiteConfig config;
    private final Addresses addresses;
    private final Map<Edition, String> names;

    Frames(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
        this.names = config.editions().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), edition -> Wording.ownName(edition.language())));
    }

    /** The name of an edition's language in that language. */
    String nameOf(Edition edition) {
        return names.getOrDefault(edition, edition.language().value());
    }

    /** A front page; it knows all others and the chooser. */
    Frame front(Edition edition, Wording wording, List<Way> sections, String today) {
        Front self = new Front(edition);
        List<Alternate> alternates = withChooser(everywhere(Front::new));
        Head head =
                new Head(wording.say("latest"), about(wording), SITE, "", Html.NONE, true, absolute(self), alternates);
        return frame(edition, wording, head, tongues(edition, all(), Front::new), sections, self, today);
    }

    /** The page of a section or a source. Sources are the same in every edition, sections are not. */
    Frame listing(Listing self, Wording wording, String title, boolean indexed, List<Way> sections) {
        Head head = new Head(title, about(wording), SITE, "", Html.NONE, indexed, absolute(self), List.of());
        List<Tongue> tongues = self instanceof Origin origin
                ? tongues(self.edition(), all(), other -> new Origin(other, origin.source()))
                : tongues(self.edition(), Set.of(), Front::new);
        return frame(self.edition(), wording, head, tongues, sections, self, "");
    }

    /** A page about the publication that every edition has. */
    Frame house(Edition edition, Wording wording, String title, Function<Edition, Resource> resource) {
        Head head = new Head(
                title,
                about(wording),
                SITE,
                "",
                Html.NONE,
                true,
                absolute(resource.apply(edition)),
                everywhere(resource));
        return frame(edition, wording, head, tongues(edition, all(), resource), List.of(), new Front(edition), "");
    }

    /** The search page; what was searched for can be followed as feeds, before that the edition can. */
    Frame search(Edition edition, Wording wording, SearchTerms terms) {
        Frame frame = house(edition, wording, wording.say("search"), Resource.Search::new);
        return terms.empty()
                ? frame
                : frame.following(
                        follow(format -> addresses.path(new SearchFeed(edition, format)) + "?" + terms.feedQuery()));
    }

    /**
     * A page of an article, which some editions have.
     *
     * @param head its alternates are added here, if others have it too
     */
    Frame article(Copy copy, Wording wording, Head head, Set<LanguageTag> alsoIn) {
        Function<Edition, Resource> text =
                edition -> new Resource.Text(edition, copy.entry().article());
        List<Alternate> alternates = config.editions().stream()
                .filter(other -> other.equals(copy.edition()) || alsoIn.contains(other.language()))
                .map(other -> alternate(other, text))
                .toList();
        boolean whole = head.canonical().equals(absolute(text.apply(copy.edition())));
        Head complete = new Head(
                head.title(),
                head.description(),
                ARTICLE,
                head.picture(),
                head.data(),
                head.indexed(),
                head.canonical(),
                whole && alternates.size() > 1 ? alternates : List.of(),
                whole ? addresses.embed(head.canonical()) : "");
        return frame(
                copy.edition(),
                wording,
                complete,
                tongues(copy.edition(), alsoIn, text),
                List.of(),
                new Front(copy.edition()),
                "");
    }

    /**
     * The page of a story, which some editions have.
     *
     * @param head its alternates are added here, if others have it too
     */
    Frame story(Resource.Story self, Wording wording, Head head, Set<LanguageTag> alsoIn) {
        Function<Edition, Resource> page = edition -> new Resource.Story(edition, self.story());
        List<Alternate> alternates = config.editions().stream()
                .filter(other -> alsoIn.contains(other.language()))
                .map(other -> alternate(other, page))
                .toList();
        Head whole = new Head(
                head.title(),
                head.description(),
                head.kind(),
                head.picture(),
                head.data(),
                head.indexed(),
                head.canonical(),
                alternates.size() > 1 ? alternates : List.of(),
                addresses.embed(head.canonical()));
        return frame(
                self.edition(),
                wording,
                whole,
                tongues(self.edition(), alsoIn, page),
                List.of(),
                new Front(self.edition()),
                "");
    }

    /** The editions as ways to an article, those that have it marked. */
    List<Tongue> tongues(Copy copy, Set<LanguageTag> alsoIn) {
        return tongues(
                copy.edition(),
                alsoIn,
                edition -> new Resource.Text(edition, copy.entry().article()));
    }

    /** A page that says that there is nothing, or nothing any more. */
    Frame message(Edition edition, Wording wording, String title, Resource self) {
        Head head = new Head(title, "", SITE, "", Html.NONE, false, absolute(self), List.of());
        return frame(edition, wording, head, tongues(edition, Set.of(), Front::new), List.of(), new Front(edition), "");
    }

    /** The chooser of editions, in the words of the edition that suits the reader best. */
    Frame home(Edition edition, Wording wording) {
        Head head = new Head(
                wording.say("home.title"),
                wording.say("home.text"),
                SITE,
                "",
                Html.NONE,
                true,
                absolute(new Home()),
                withChooser(everywhere(Front::new)));
        return new Frame(
                wording,
                head,
                List.of(),
                List.of(),
                follow(new Front(edition)),
                config.title(),
                config.operator(),
                links(edition, new Home()),
                "");
    }

    /** What the publication is, for those who meet a page of it in a list. */
    private String about(Wording wording) {
        return wording.say("feed.description", Map.of("operator", config.operator()));
    }

    private Frame frame(
            Edition edition,
            Wording wording,
            Head head,
            List<Tongue> tongues,
            List<Way> sections,
            Listing followed,
            String today) {
        return new Frame(
                wording,
                head,
                tongues,
                sections,
                follow(followed),
                edition.title(),
                config.operator(),
                links(edition, new Front(edition)),
                today);
    }

    private List<Follow> follow(Listing listing) {
        return follow(format -> addresses.path(new Feed(listing, format)));
    }

    private static List<Follow> follow(Function<Format, String> href) {
        return Arrays.stream(Format.values())
                .map(format -> new Follow(format.title(), format.type(), href.apply(format)))
                .toList();
    }

    private Frame.Links links(Edition edition, Resource front) {
        return new Frame.Links(
                addresses.path(front),
                addresses.path(new Resource.Search(edition)),
                addresses.path(new Resource.About(edition)),
                addresses.path(new Resource.Corrections(edition)),
                addresses.path(new Resource.Favicon()));
    }

    private Set<LanguageTag> all() {
        return Set.copyOf(config.editions().stream().map(Edition::language).toList());
    }

    private List<Tongue> tongues(Edition current, Set<LanguageTag> present, Function<Edition, Resource> same) {
        return config.editions().stream()
                .map(edition -> tongue(edition, edition.equals(current), present.contains(edition.language()), same))
                .toList();
    }

    private Tongue tongue(Edition edition, boolean current, boolean present, Function<Edition, Resource> same) {
        Resource target = present || current ? same.apply(edition) : new Front(edition);
        return new Tongue(edition.language(), nameOf(edition), addresses.path(target), current, present);
    }

    private List<Alternate> everywhere(Function<Edition, Resource> resource) {
        return config.editions().stream()
                .map(other -> alternate(other, resource))
                .toList();
    }

    private List<Alternate> withChooser(List<Alternate> alternates) {
        return Stream.concat(alternates.stream(), Stream.of(new Alternate("x-default", absolute(new Home()))))
                .toList();
    }

    private Alternate alternate(Edition edition, Function<Edition, Resource> resource) {
        return new Alternate(edition.language().value(), absolute(resource.apply(edition)));
    }

    private String absolute(Resource resource) {
        return addresses.absolute(resource).toASCIIString();
    }
}
