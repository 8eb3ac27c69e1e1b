package org.polywire.publish;

import java.util.Arrays;
import java.util.List;

/**
 * Why the API does not answer as asked, in the form of RFC 9457. The {@link Kind} is stable; the words may change.
 *
 * @param detail in whole sentences, for the person who wrote the request
 * @param parameters what is wrong with which parameter of the request; empty where it is not about those
 */
public record Problem(Kind kind, String detail, List<Parameter> parameters) {
    public Problem {
        parameters = List.copyOf(parameters);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    /** What is wrong with a parameter. */
    public record Parameter(String name, String detail) {}

    /** The kinds of problems; each has an address of its own. */
    public enum Kind {
        BAD_REQUEST(400, "bad-request", "The request has parameters that make no sense"),
        NOT_FOUND(404, "not-found", "There is nothing at this address"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "The API can only be read"),
        WITHDRAWN(410, "withdrawn", "The article was withdrawn"),
        TOO_LONG(414, "too-long", "The address is too long"),
        HEADER_TOO_LONG(431, "header-too-long", "The header of the request is too long"),
        INTERNAL_ERROR(500, "internal-error", "Polywire made an error");

        private final int status;
        private final String name;
        private final String title;

        Kind(int status, String name, String title) {
            this.status = status;
            this.name = name;
            this.title = title;
        }

        /** The kind that a status of HTTP stands for; of a status that has none, whose fault it is. */
        public static Kind of(int status) {
            return Arrays.stream(values())
                    .filter(kind -> kind.status == status)
                    .findFirst()
                    .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
        }

        int status() {
            return status;
        }

        /** The last part of its address. */
        String path() {
            return name;
        }

        String title() {
            return title;
        }
    }
}
