package org.polywire.translate;

import java.util.List;
import org.polywire.model.MemoryEntry;

/** How the reading of a translation memory's file ended. */
public sealed interface MemoryReading {
    /**
     * @param entries those that persons made
     * @param machine how many units were left aside, because a machine made them and nobody changed them since
     */
    record Accepted(List<MemoryEntry> entries, int machine) implements MemoryReading {
        public Accepted {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param problems each with its file and line; not empty
     */
    record Rejected(List<String> problems) implements MemoryReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
