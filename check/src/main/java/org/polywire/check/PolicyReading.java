package org.polywire.check;

import java.util.List;
import java.util.function.Predicate;
import org.polywire.model.LanguageTag;

/** What came of reading a policy. */
public sealed interface PolicyReading {

    record Accepted(Policy policy) implements PolicyReading {}

    /** At least one problem, in the order of the lines. */
    record Rejected(List<Problem> problems) implements PolicyReading {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("rejected without a problem");
            }
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param line from 1
     * @param what is wrong
     * @param fix what to write instead
     */
    record Problem(int line, String what, String fix) {
        /** As in {@code file:line: what. fix.} */
        String in(String file) {
            return file + ":" + line + ": " + what + ". " + fix + ".";
        }
    }

    /** Reads the lines of a file, for editions in any language. */
    static PolicyReading of(List<String> lines) {
        return of(lines, language -> true);
    }

    /**
     * Reads the lines of a file.
     *
     * @param editions whether there is an edition that a line for this language counts for: one for no edition is a mistake
     */
    static PolicyReading of(List<String> lines, Predicate<LanguageTag> editions) {
        return new PolicyReader(editions).read(lines);
    }
}
