package org.polywire.pipeline;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of an item without what only says who clicked on it: the fragment and tracking parameters. */
final class SightedAddress {
    /** Parameters of the usual campaign and click counters; none of them changes what a server shows. */
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|at_[a-z]+|xtor|ns_[a-z]+)");

    private SightedAddress() {}

    static URI clean(URI address) {
        String text = address.toString().split("#", 2)[0];
        String query = address.getRawQuery();
        if (query == null) {
            return URI.create(text);
        }
        String path = text.substring(0, text.indexOf('?'));
        String kept = parameters(query).collect(Collectors.joining("&"));
        return URI.create(kept.isEmpty() ? path : path + "?" + kept);
    }

    private static Stream<String> parameters(String query) {
        return Arrays.stream(query.split("&")).filter(parameter -> !isTracking(parameter));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TRACKING.matcher(name).matches();
    }
}
