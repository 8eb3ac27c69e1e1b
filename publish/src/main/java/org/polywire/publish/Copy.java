package org.polywire.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Picture;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Revision;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/**
 * An article as it stands in an edition now; what was withdrawn has none.
 *
 * @param revision how it differs from what the edition showed before, if it showed anything
 */
record Copy(Edition edition, Entry entry, Translation translation, Revision revision) {
    private static final Revision NEW = new Revision(Revision.Kind.COSMETIC, List.of(), "");

    static Optional<Copy> of(Edition edition, Publication publication) {
        return switch (publication) {
            case Published(Entry entry, Translation translation) ->
                Optional.of(new Copy(edition, entry, translation, NEW));
            case Corrected(Entry entry, Translation translation, Revision revision) ->
                Optional.of(new Copy(edition, entry, translation, revision));
            case Withdrawn withdrawn -> Optional.empty();
        };
    }

    static List<Copy> all(Edition edition, List<Publication> publications) {
        return publications.stream()
                .flatMap(publication -> of(edition, publication).stream())
                .toList();
    }

    Article article() {
        return translation.article();
    }

    LanguageTag language() {
        return article().language();
    }

    /** Whether readers are told that it was changed last. */
    boolean revised() {
        return revision.visible();
    }

    /** The same, where the story went on and nothing that was said before was wrong. */
    boolean updated() {
        return revision.kind() == Revision.Kind.UPDATE;
    }

    Resource.Text resource() {
        return new Resource.Text(edition, entry.article());
    }

    Resource.Comparison comparison() {
        return new Resource.Comparison(edition, entry.article());
    }

    /** The lead picture, if it has an address that a page may show. */
    Optional<Picture> picture() {
        return article()
                .leadFigure()
                .map(Figure::picture)
                .filter(picture -> Target.ofPage(picture.address()).isPresent());
    }

    /** Whether there is an original to lay beside it. */
    boolean comparable() {
        return !translation.sentences().isEmpty();
    }

    /** The headline in the words of the source; empty if they were not kept. */
    String originalHeadline() {
        return translation.byMachine()
                ? translation.sentences().stream()
                        .filter(pair -> pair.place().equals(Place.HEADLINE))
                        .map(SentencePair::source)
                        .collect(Collectors.joining(" "))
                : article().headline();
    }
}
