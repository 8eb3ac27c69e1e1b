package org.polywire.translate;

import java.util.List;

/** How the reading of glossary files ended. */
public sealed interface GlossaryReading {
    record Accepted(Glossary glossary) implements GlossaryReading {}

    /**
     * @param problems each with its file and line; not empty
     */
    record Rejected(List<String> problems) implements GlossaryReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
