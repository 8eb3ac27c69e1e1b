package org.polywire.translate;

import java.util.List;

/** An engine with the pairs that it offers here, as shown to the operator. */
public record EngineStatus(String engine, Abilities abilities, List<EnginePair> pairs) {
    public EngineStatus {
        pairs = List.copyOf(pairs);
    }
}
