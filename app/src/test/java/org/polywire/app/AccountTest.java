package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.Standing;
import org.polywire.store.Standing.State;

/** What {@code where} tells of an article that waits. */
class AccountTest {
    private static final LanguageTag CATALAN = new LanguageTag("ca");

    @TempDir
    Path folder;

    private static Standing standing(State state) {
        return new Standing(
                Published.id(1), CATALAN, state, 1, Reason.BELOW_FLOOR, "a floor of 40", List.of(), 0, null);
    }

    private Whereabouts where(State state) {
        Published.write(folder, 1);
        try (Archive archive = Archive.open(folder)) {
            Whereabouts where = archive.where(Published.id(1).value()).orElseThrow();
            return new Whereabouts(
                    where.article(),
                    where.source(),
                    where.rights(),
                    List.of(standing(state)),
                    where.publications(),
                    where.heldBack(),
                    where.story(),
                    where.revisions(),
                    where.history());
        }
    }

    @Test
    void whyItWasRefusedIsTold() {
        Whereabouts where = where(State.REFUSED);
        assertThat(Account.text(where)).contains("a floor of 40");
        assertThat(Account.json(where).at("/editions/0/code").asString()).isEqualTo("BELOW_FLOOR");
    }

    @Test
    void whyItWasRefusedBeforeIsNotToldWhileItWaitsAnew() {
        Whereabouts where = where(State.PENDING);
        assertThat(Account.text(where)).doesNotContain("a floor of 40");
        assertThat(Account.json(where).at("/editions/0/code").asString()).isEmpty();
        assertThat(Account.json(where).at("/editions/0/detail").asString()).isEmpty();
    }
}
