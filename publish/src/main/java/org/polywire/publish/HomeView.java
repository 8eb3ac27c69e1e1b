package org.polywire.publish;

import java.util.List;
import org.polywire.model.LanguageTag;

/** The chooser of editions; the one that suits the reader best comes first. */
record HomeView(Frame frame, List<Choice> choices) {

    record Choice(LanguageTag language, String name, String title, String href) {
        String direction() {
            return Wording.direction(language);
        }
    }
}
