package org.polywire.check;

import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;

/** An original that is carried must be the very same document. */
final class Unchanged implements Check {
    @Override
    public Stream<Finding> review(Comparison comparison) {
        return comparison.original().equals(comparison.translation().article())
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingCode.BLOCK_LOST,
                        Severity.REJECT,
                        Place.BODY,
                        "carried as an original, but not the same"));
    }
}
