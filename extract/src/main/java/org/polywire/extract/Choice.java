package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import org.polywire.extract.Explanation.Candidate;
import org.polywire.extract.Explanation.Field;

/** The candidates for a field, the most trusted first, and the one that is taken. */
final class Choice {
    private final String name;
    private final List<Candidate> candidates = new ArrayList<>();
    private Candidate taken = new Candidate("", "");

    Choice(String name) {
        this.name = name;
    }

    Choice offer(String source, String value) {
        if (!value.isBlank()) {
            candidates.add(new Candidate(source, value.strip()));
        }
        return this;
    }

    /** The first candidate offered. */
    Choice first() {
        candidates.stream().findFirst().ifPresent(first -> taken = first);
        return this;
    }

    Choice take(String source, String value) {
        taken = new Candidate(source, value.strip());
        return this;
    }

    String value() {
        return taken.value();
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    Field field() {
        return new Field(name, taken.source(), taken.value(), candidates);
    }
}
