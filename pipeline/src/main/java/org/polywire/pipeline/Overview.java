package org.polywire.pipeline;

import java.util.Map;
import org.polywire.model.LanguageTag;
import org.polywire.store.Stage;
import org.polywire.store.Standing;

/** How many articles stand where: by stage on the way in, by state in each edition. Absent means none. */
public record Overview(Map<Stage, Integer> stages, Map<LanguageTag, Map<Standing.State, Integer>> editions) {
    public Overview {
        stages = Map.copyOf(stages);
        editions = Map.copyOf(editions);
    }

    /** How many articles were sighted. */
    public int sighted() {
        return stages.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether every article has come to an end, or at least to a wait for its next try. */
    public boolean settled() {
        return !stages.containsKey(Stage.SIGHTED)
                && editions.values().stream().noneMatch(states -> states.containsKey(Standing.State.PENDING));
    }
}
