package org.polywire.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader asks the web server for.
 *
 * @param parameters of the query, decoded
 * @param acceptLanguage the header, empty if there is none
 */
record Request(String path, Map<String, List<String>> parameters, String acceptLanguage) {
    static Request of(String path, String acceptLanguage) {
        return new Request(path, Map.of(), acceptLanguage);
    }

    /** The first value of a parameter, if it is there and not empty. */
    Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
