package org.polywire.samples;

import java.util.Optional;
import java.util.stream.Stream;

/** What is out of the ordinary about an article of the sample press. */
enum Special {
    NONE("", ""),
    /** robots.txt forbids its page. */
    ROBOTS("robots", "ROBOTS_FORBIDDEN"),
    /** Its page reserves text and data mining. */
    RESERVED("tdm", "RIGHTS_RESERVED"),
    /** Its page shows two paragraphs and asks for a subscription. */
    PAYWALL("paywall", "PAYWALLED"),
    /** Its page says that a machine translated it. */
    MACHINE("machine", "MACHINE_TRANSLATED"),
    CORRECTED("corrected", ""),
    TOUCHED("touched", ""),
    WITHDRAWN("withdrawn", "");

    private final String trap;
    private final String refusal;

    Special(String trap, String refusal) {
        this.trap = trap;
        this.refusal = refusal;
    }

    /** The one that a manuscript's {@code trap} names, if it names one. */
    static Optional<Special> named(String trap) {
        return Stream.of(values()).filter(special -> special.trap.equals(trap)).findFirst();
    }

    /** The stable name of the reason why no edition takes the article; empty if each edition decides. */
    String refusal() {
        return refusal;
    }

    /** Whether something happens to the article after its release. */
    boolean changes() {
        return this == CORRECTED || this == TOUCHED || this == WITHDRAWN;
    }
}
