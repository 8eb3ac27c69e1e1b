package org.polywire.samples;

import java.util.Optional;
import java.util.stream.Stream;

/** What is out of the ordinary about an article of the sample press. */
enum Special {
    NONE("", "", ""),
    /** robots.txt forbids its page. */
    ROBOTS("robots", "ROBOTS_FORBIDDEN", "ROBOTS_FORBIDS"),
    /** Its page reserves text and data mining. */
    RESERVED("tdm", "RIGHTS_RESERVED", "TDM_RESERVED"),
    /** Its page shows two paragraphs and asks for a subscription. */
    PAYWALL("paywall", "PAYWALLED", "PAYWALL"),
    /** Its page says that a machine translated it. */
    MACHINE("machine", "MACHINE_TRANSLATED", "MACHINE_TRANSLATED"),
    /** The licence that its site's robots.txt names (RSL) prohibits our use of its part of the site. */
    RSL("rsl", "LICENCE_FORBIDS", "RSL_PROHIBITS"),
    /** Its page stands under CC BY-ND. */
    NO_DERIVATIVES("by-nd", "LICENCE_FORBIDS", "LICENCE_NO_DERIVATIVES"),
    /** Its page asks not to be translated. */
    NO_TRANSLATION("notranslate", "TRANSLATION_REFUSED", "NO_TRANSLATION"),
    /** The head of its answer asks that no search lead to its text (Content-Usage), so that readers get headline and link. */
    NO_SEARCH("no-search", "", "NO_SEARCH"),
    CORRECTED("corrected", "", ""),
    TOUCHED("touched", "", ""),
    WITHDRAWN("withdrawn", "", "");

    private final String trap;
    private final String refusal;
    private final String signal;

    Special(String trap, String refusal, String signal) {
        this.trap = trap;
        this.refusal = refusal;
        this.signal = signal;
    }

    /** The one that a manuscript's {@code trap} names, if it names one. */
    static Optional<Special> named(String trap) {
        return Stream.of(values()).filter(special -> special.trap.equals(trap)).findFirst();
    }

    /** The stable name of the reason why no edition takes the article; empty if each edition decides. */
    String refusal() {
        return refusal;
    }

    /** The stable name of what the source says about the use of the article; empty if it says nothing of its own. */
    String signal() {
        return signal;
    }

    /** Whether something happens to the article after its release. */
    boolean changes() {
        return this == CORRECTED || this == TOUCHED || this == WITHDRAWN;
    }
}
