package org.polywire.samples;

import java.time.OffsetDateTime;

/**
 * An article as its page shows it at one moment.
 *
 * @param number 1 as released, 2 after its change
 */
record Version(Manuscript manuscript, int number) {

    static Version first(Manuscript manuscript) {
        return new Version(manuscript, 1);
    }

    /** What stands after the article's change. A touch leaves the manuscript as it is. */
    static Version changed(Manuscript manuscript) {
        return new Version(manuscript.special() == Special.CORRECTED ? manuscript.corrected() : manuscript, 2);
    }

    OffsetDateTime modified() {
        OffsetDateTime published = manuscript.published();
        return number == 1 ? published : published.plusHours(1).plusMinutes(20);
    }
}
