package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short forms of states and bodies, with the English keys of what they stand for: one language's short form is another's name. */
final class Acronyms {
    private static final Map<String, List<String>> LINES = Lists.words("acronyms.txt");

    private static final Map<Pattern, List<String>> KNOWN = LINES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> Pattern.compile("(?:" + entry.getKey().replace('_', ' ') + ")(?![\\p{L}\\p{N}])"),
                    Map.Entry::getValue));

    /** The letters that short forms begin with; nowhere else is one looked for. */
    private static final Set<Integer> FIRST = LINES.keySet().stream()
            .flatMap(line -> Stream.of(line.split("\\|", -1)))
            .map(form -> form.codePointAt(0))
            .collect(Collectors.toUnmodifiableSet());

    private Acronyms() {}

    /** The English keys of all short forms in a text. */
    static List<String> keys(Text text) {
        List<String> keys = new ArrayList<>();
        for (Word word : text.words()) {
            if (FIRST.contains(word.text().codePointAt(0))) {
                KNOWN.forEach((pattern, english) -> {
                    Matcher form = pattern.matcher(text.written())
                            .region(word.start(), text.written().length());
                    if (form.lookingAt()) {
                        keys.addAll(english);
                    }
                });
            }
        }
        return keys;
    }
}
