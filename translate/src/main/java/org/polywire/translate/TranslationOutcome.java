package org.polywire.translate;

import java.time.Instant;
import java.util.Optional;
import org.polywire.model.Reason;
import org.polywire.model.Translation;

/** How an attempt to bring an article into an edition ended. */
public sealed interface TranslationOutcome {

    record Translated(Translation translation) implements TranslationOutcome {}

    /** There is no way into the edition's language that the edition accepts, or none that takes so long an article. */
    record NoRoute(Reason reason, String detail) implements TranslationOutcome {}

    /**
     * There is a way, but the engine did not go it.
     *
     * @param again before when another try is known to be in vain; empty if it is not known
     */
    record EngineFailed(Reason reason, String detail, Optional<Instant> again) implements TranslationOutcome {
        EngineFailed(Reason reason, String detail) {
            this(reason, detail, Optional.empty());
        }
    }
}
