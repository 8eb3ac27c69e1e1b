package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short forms of states and bodies, with the English keys of what they stand for: one language's short form is another's name. */
final class Acronyms {
    private static final Map<Pattern, List<String>> KNOWN = Lists.words("acronyms.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:" + entry.getKey().replace('_', ' ') + ")(?![\\p{L}\\p{N}])"),
                    Map.Entry::getValue));

    private Acronyms() {}

    /** The English keys of all short forms in a text. */
    static List<String> keys(String text) {
        List<String> keys = new ArrayList<>();
        KNOWN.forEach((pattern, english) -> {
            if (pattern.matcher(text).find()) {
                keys.addAll(english);
            }
        });
        return keys;
    }
}
