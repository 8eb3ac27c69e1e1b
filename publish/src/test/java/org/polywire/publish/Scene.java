package org.polywire.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polywire.model.Edition;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Source;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/**
 * An article and all that is told around it: that it was corrected, which story it tells, that somebody searched for it.
 *
 * @param words what the source calls itself, says of a correction, and what a reader types
 */
record Scene(Edition edition, Published published, String words, Site site, Api api, Parcels parcels) {

    static Scene of(Published published, String words) {
        Source source = new Source(
                Press.SOURCE,
                words + " ⟦source⟧",
                URI.create("https://faro.example/"),
                URI.create("https://faro.example/feed.xml"),
                Grant.FULL);
        Site site = new Site(Press.config(), Map.of(Press.SOURCE, new Provider(source, true)));
        return new Scene(
                Press.edition(published.entry().edition().value()),
                published,
                words,
                site,
                new Api(Press.config(), site.addresses()),
                new Parcels(Press.config(), site.addresses()));
    }

    Corrected corrected() {
        Change change = new Change(Place.HEADLINE, words + " ⟦before⟧", words + " ⟦after⟧");
        return Press.revised(published, 1, new Revision(Revision.Kind.CORRECTION, List.of(change), words + " ⟦note⟧"));
    }

    List<Publication> both() {
        return List.of(published, corrected());
    }

    StoryId story() {
        return new StoryId(published.entry().article());
    }

    Map<org.polywire.model.ArticleId, Told> told() {
        return Map.of(published.entry().article(), new Told(story(), 3));
    }

    Background background() {
        return new Background(Set.of(), both(), new Told(story(), 3), List.of(published));
    }

    Coverage coverage() {
        return new Coverage(
                story(),
                List.of(corrected()),
                List.of(published),
                List.of(published.entry()),
                List.of(corrected(), published));
    }

    /** Every kind of listing that the article stands in. */
    Stream<Listing> listings() {
        return Stream.of(
                new Front(edition),
                Resource.section(edition, published.translation().article().section()),
                new Origin(edition, Press.SOURCE));
    }

    Section section() {
        return Resource.section(edition, published.translation().article().section());
    }

    SearchTerms terms() {
        String said = words + " ⟦asked⟧";
        return new SearchTerms(said, said, said, said, said, said, said);
    }

    Found found() {
        List<Found.Run> runs = List.of(
                new Found.Run(published.translation().article().headline(), true),
                new Found.Run(words + " ⟦snippet⟧", false));
        return new Found(90, true, words + " ⟦corrected⟧", List.of(new Found.Hit(published, runs, runs)), 20);
    }

    Optional<Found> hits() {
        return Optional.of(found());
    }

    Site.Filters filters() {
        String said = words + " ⟦filter⟧";
        return new Site.Filters(Map.of(said, said), List.of(said), List.of(new LanguageTag("es")));
    }
}
