package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.Finding;

/** A {@link Check} that looks at each unit for itself. */
interface UnitCheck extends Check {
    Stream<Finding> review(UnitPair unit);

    @Override
    default Stream<Finding> review(Comparison comparison) {
        List<Finding> found = new ArrayList<>();
        comparison.units().forEach(unit -> review(unit).forEach(found::add));
        return found.stream();
    }
}
