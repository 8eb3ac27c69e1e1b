package org.polywire.gather;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;

/** What a licence allows, told by its address. Only those of Creative Commons are known. */
final class Licences {
    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "(?i)^(?:https?:)?//(?:www\\.)?creativecommons\\.org/(licenses|publicdomain)/([a-z+-]+)(?:/.*)?$");

    private Licences() {}

    static Signal signal(String place, String address) {
        return new Signal(kind(address.strip()), place, address);
    }

    private static Kind kind(String address) {
        Matcher matcher = CREATIVE_COMMONS.matcher(address);
        if (!matcher.matches()) {
            return Kind.LICENCE_OTHER;
        }
        List<String> terms = List.of(matcher.group(2).toLowerCase(Locale.ROOT).split("[-+]"));
        if (terms.contains("nd")) {
            return Kind.LICENCE_NO_DERIVATIVES;
        }
        if (terms.contains("nc")) {
            return Kind.LICENCE_NONCOMMERCIAL;
        }
        boolean publicDomain = matcher.group(1).equalsIgnoreCase("publicdomain");
        return publicDomain || terms.contains("by") ? Kind.LICENCE_OPEN : Kind.LICENCE_OTHER;
    }
}
