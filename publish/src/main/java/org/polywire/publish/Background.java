package org.polywire.publish;

import java.util.List;
import java.util.Set;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.StoryId;
import org.polywire.model.Told;

/**
 * What an article's page tells beside its text.
 *
 * @param alsoIn the languages of the editions where the article stands; its own may be among them
 * @param entries what the log says of the article in its edition, the oldest first
 * @param story that it belongs to, with the articles that any edition shows of it
 * @param others of the story that the same edition shows
 */
public record Background(Set<LanguageTag> alsoIn, List<Publication> entries, Told story, List<Publication> others) {
    public Background {
        alsoIn = Set.copyOf(alsoIn);
        entries = List.copyOf(entries);
        others = List.copyOf(others);
    }

    /** Of an article that tells its story alone and has stood as it stands since it appeared. */
    static Background plain(Publication publication, Set<LanguageTag> alsoIn) {
        Told alone = new Told(new StoryId(publication.entry().article()), 1);
        return new Background(alsoIn, List.of(publication), alone, List.of());
    }
}
