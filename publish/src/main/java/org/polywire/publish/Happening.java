package org.polywire.publish;

import java.util.Map;
import java.util.Optional;
import org.polywire.model.Edition;
import org.polywire.model.Publication;

/**
 * An entry of the log as readers are told of it.
 *
 * @param headline of the text as it stands now; what was withdrawn is not named by its words
 * @param mark what the copy is, in a few words; empty where its words are not shown
 * @param said what was done and when
 * @param note how the source itself puts it; empty if it does not, or if its words are not shown
 */
record Happening(String href, Html headline, Html outlet, String mark, Html said, String note) {

    static Happening of(Edition edition, Publication publication, CorrectionsView.Manner manner, SiteConfig config) {
        return of(edition, publication, Copy.of(edition, publication, config), manner);
    }

    /** @param now the article as it stands now; nothing if it was withdrawn since */
    static Happening of(Edition edition, Publication publication, Optional<Copy> now, CorrectionsView.Manner manner) {
        Resource.Text text = new Resource.Text(edition, publication.entry().article());
        String href = manner.href().apply(text);
        Html said = Changes.said(publication, manner.wording()).html();
        return now.map(copy -> standing(copy, href, said, Changes.note(publication), manner.wording()))
                .orElseGet(() -> gone(href, publication, said, manner));
    }

    private static Happening standing(Copy copy, String href, Html said, String note, Wording wording) {
        return new Happening(
                href,
                Html.text(copy.article().headline()),
                Html.foreign(copy.article().outlet().name(), copy.translation().from()),
                Notice.mark(copy, wording),
                said,
                note);
    }

    private static Happening gone(String href, Publication publication, Html said, CorrectionsView.Manner manner) {
        String outlet = manner.outlet().apply(publication);
        Html words = manner.wording()
                .sentence("corrections.gone", Map.of("outlet", new Slot(outlet, Html.foreign(outlet))))
                .html();
        return new Happening(href, words, Html.NONE, "", said, "");
    }
}
