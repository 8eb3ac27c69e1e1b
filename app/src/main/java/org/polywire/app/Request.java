package org.polywire.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The parameters as they stand after an address's question mark; empty if there are none. */
    String query() {
        return parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The first value of a parameter, if it is there and not empty. */
    Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
