package org.polywire.app;

import java.util.List;

/** What came of reading a configuration file. */
sealed interface ConfigurationReading {

    /**
     * All is in order but for secrets that are not there.
     *
     * @param keyless the services without their keys, which only who asks them must have
     */
    record Accepted(Configuration configuration, List<Problem> keyless) implements ConfigurationReading {
        public Accepted {
            keyless = List.copyOf(keyless);
        }
    }

    /** At least one problem; in the order of the file. */
    record Rejected(List<Problem> problems) implements ConfigurationReading {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("rejected without a problem");
            }
        }
    }

    /**
     * One thing that is wrong in the file.
     *
     * @param line from 1; likewise {@code column}
     * @param what is wrong
     * @param fix what to write instead
     */
    record Problem(int line, int column, String what, String fix) {
        /** In the form that editors understand: {@code file:line:column: what; fix}. */
        String in(String file) {
            return file + ":" + line + ":" + column + ": " + what + ". " + fix + ".";
        }
    }
}
