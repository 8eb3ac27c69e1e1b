package org.polywire.model;

import java.util.List;

/** What the checks decided about a translation. Only {@link Passed} may be published. */
public sealed interface Verdict {

    /** Fit to publish; the findings, if any, are notes. */
    record Passed(List<Finding> findings) implements Verdict {
        public Passed {
            findings = List.copyOf(findings);
            if (findings.stream().anyMatch(finding -> finding.severity() != Finding.Severity.NOTE)) {
                throw new IllegalArgumentException("passed with " + findings);
            }
        }
    }

    /** Kept back for a person to look at; never empty. */
    record Held(List<Finding> findings) implements Verdict {
        public Held {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("held without a finding");
            }
        }
    }

    /** Unusable; never empty. */
    record Rejected(List<Finding> findings) implements Verdict {
        public Rejected {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("rejected without a finding");
            }
        }
    }

    List<Finding> findings();
}
