package org.polywire.translate;

import java.util.List;
import org.polywire.model.Reason;

/** How the translation of a passage ended. */
sealed interface PassageOutcome {
    /**
     * @param sentences as many as the passage has, or a single one where an engine lost their borders
     */
    record Done(List<TranslatedSentence> sentences) implements PassageOutcome {
        public Done {
            sentences = List.copyOf(sentences);
        }
    }

    record Broken(Reason reason, String detail) implements PassageOutcome {}
}
