package org.polywire.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.polywire.publish.Problem;
import org.polywire.publish.Problem.Parameter;

/** The parameters of one request to the API. It finds everything that is wrong with them at once. Not for several threads. */
final class Parameters {
    private final Request request;
    private final List<Parameter> faults = new ArrayList<>();

    Parameters(Request request) {
        this.request = request;
    }

    /** Ends a request; the API answers with the problem. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        Wrong(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** Complains about parameters that mean nothing here, as they are likely mistyped. */
    Parameters only(Set<String> known) {
        request.parameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(new Parameter(name, "is not a parameter of this resource")));
        return this;
    }

    /** @throws Wrong if anything was wrong */
    void check() throws Wrong {
        if (!faults.isEmpty()) {
            throw new Wrong(new Problem(
                    Problem.Kind.BAD_REQUEST, "See \"errors\" for what is wrong with each parameter.", faults));
        }
    }

    int number(String name, int least, int most, int fallback) {
        return value(
                        name,
                        "must be a whole number from " + least + " to " + most,
                        text -> Optional.of(text)
                                .filter(digits -> digits.matches("\\d{1,9}"))
                                .map(Integer::valueOf)
                                .filter(number -> number >= least && number <= most))
                .orElse(fallback);
    }

    long sequence(String name) {
        return value(
                        name,
                        "must be a sequence number of the log, or 0",
                        text -> Optional.of(text)
                                .filter(digits -> digits.matches("\\d{1,18}"))
                                .map(Long::valueOf))
                .orElse(0L);
    }

    Optional<LocalDate> day(String name) {
        return value(name, "must be a day such as 2026-11-23", text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** A value in a form of its own. */
    <T> Optional<T> value(String name, String fault, Function<String, Optional<T>> form) {
        Optional<String> given = request.parameter(name);
        Optional<T> value = given.flatMap(text -> attempt(form, text));
        if (given.isPresent() && value.isEmpty()) {
            faults.add(new Parameter(name, fault));
        }
        return value;
    }

    private static <T> Optional<T> attempt(Function<String, Optional<T>> form, String text) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text(String name, int longest) {
        return value(
                        name,
                        "must have at most " + longest + " characters",
                        text -> Optional.of(text).filter(value -> value.length() <= longest))
                .orElse("");
    }
}
