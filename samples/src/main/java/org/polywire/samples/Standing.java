package org.polywire.samples;

import java.time.Instant;

/** Where an article is at one moment. */
sealed interface Standing {
    record Unreleased() implements Standing {}

    record Live(Version version, Instant since) implements Standing {}

    record Withdrawn(Instant since) implements Standing {}
}
