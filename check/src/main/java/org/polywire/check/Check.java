package org.polywire.check;

import java.util.stream.Stream;
import org.polywire.model.Finding;

/** One thing that an editor looks for. Implementations are pure and safe to share between threads. */
interface Check {
    Stream<Finding> review(Comparison comparison);
}
