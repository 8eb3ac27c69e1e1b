package org.polywire.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Article;
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
 * @param pictures what is done with its pictures
 */
record Copy(Edition edition, Entry entry, Translation translation, Revision revision, PicturePolicy.Use pictures) {
    private static final Revision NEW = new Revision(Revision.Kind.COSMETIC, List.of(), "");

    static Optional<Copy> of(Edition edition, Publication publication, SiteConfig config) {
        PicturePolicy.Use pictures = config.pictures().of(publication.entry().source());
        return switch (publication) {
            case Published(Entry entry, Translation translation) ->
                Optional.of(new Copy(edition, entry, translation, NEW, pictures));
            case Corrected(Entry entry, Translation translation, Revision revision) ->
                Optional.of(new Copy(edition, entry, translation, revision, pictures));
            case Withdrawn withdrawn -> Optional.empty();
        };
    }

    static List<Copy> all(Edition edition, List<Publication> publications, SiteConfig config) {
        return publications.stream()
                .flatMap(publication -> of(edition, publication, config).stream())
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

    /** The lead picture, if there is one that may be shown. */
    Optional<Image> picture(Function<Resource, String> href) {
        return article().leadFigure().flatMap(figure -> Image.of(this, figure.picture(), href));
    }

    /** The same text with its pictures treated otherwise. */
    Copy with(PicturePolicy.Use other) {
        return new Copy(edition, entry, translation, revision, other);
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
