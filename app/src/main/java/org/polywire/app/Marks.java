package org.polywire.app;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Positions in a YAML file as editors count them, from 1. */
final class Marks {
    private Marks() {}

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    static int column(Optional<Mark> mark) {
        return mark.map(Mark::getColumn).orElse(0) + 1;
    }
}
