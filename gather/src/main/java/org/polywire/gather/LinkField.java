package org.polywire.gather;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Headers;

/**
 * A link in the {@code Link} field of an answer (RFC 8288, section 3).
 *
 * @param relations in lower case
 * @param type its media type in lower case; empty if it does not say
 */
record LinkField(URI target, List<String> relations, String type) {
    private static final int MOST = 100;
    private static final Pattern LINK = Pattern.compile("<([^<>]{0,4096})>((?:[^,\"<]|\"[^\"]*\")*)");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([a-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))");

    /** Every link of an answer from {@code base}; those that cannot be read are left out. */
    static List<LinkField> all(Headers headers, URI base) {
        List<LinkField> links = new ArrayList<>();
        for (String field : headers.all("link")) {
            Matcher link = LINK.matcher(field);
            while (link.find() && links.size() < MOST) {
                String parameters = link.group(2).toLowerCase(Locale.ROOT);
                Links.resolve(base, link.group(1))
                        .ifPresent(target -> links.add(new LinkField(
                                target,
                                List.of(parameter(parameters, "rel")
                                        .orElse("")
                                        .strip()
                                        .split("\\s+")),
                                parameter(parameters, "type").orElse("").strip())));
            }
        }
        return links;
    }

    static Stream<URI> related(Headers headers, URI base, String relation) {
        return all(headers, base).stream()
                .filter(link -> link.relations().contains(relation))
                .map(LinkField::target);
    }

    private static Optional<String> parameter(String parameters, String name) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equals(name)) {
                return Optional.of(parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
            }
        }
        return Optional.empty();
    }
}
