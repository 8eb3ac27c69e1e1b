package org.polywire.publish;

import java.util.List;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.StoryId;

/**
 * What there is of a story, seen from one edition.
 *
 * @param here what the edition shows of it, in the order in which it appeared
 * @param elsewhere the articles that only other editions show, each as one of these has it
 * @param shown what all editions show of it, without the texts
 * @param entries what the edition's log says of its articles, the newest first; also of those that are withdrawn
 */
public record Coverage(
        StoryId story,
        List<Publication> here,
        List<Publication> elsewhere,
        List<Entry> shown,
        List<Publication> entries) {
    public Coverage {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
        shown = List.copyOf(shown);
        entries = List.copyOf(entries);
    }
}
