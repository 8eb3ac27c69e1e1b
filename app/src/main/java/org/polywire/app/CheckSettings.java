package org.polywire.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Policy;

/**
 * What the checks ask of a translation.
 *
 * @param file where the policy was read from; null for the one that comes with the program
 */
record CheckSettings(Policy policy, @Nullable Path file) {
    static final CheckSettings DEFAULT = new CheckSettings(Policy.standard(), null);
}
