package org.polywire.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Short forms of states and bodies, with the English keys of what they stand for: one language's short form is another's name. */
final class Acronyms {
    /**
     * Short forms of one thing.
     *
     * @param english keys
     */
    private record Forms(Pattern pattern, List<String> english) {
        static Forms of(String line, List<String> english) {
            return new Forms(Pattern.compile("(?:" + line.replace('_', ' ') + ")(?![\\p{L}\\p{N}])"), english);
        }
    }

    /** By the letters that they begin with; nowhere else is one looked for. */
    private static final Map<Integer, List<Forms>> KNOWN = byFirst();

    private static Map<Integer, List<Forms>> byFirst() {
        Map<Integer, List<Forms>> known = new HashMap<>();
        Lists.words("acronyms.txt").forEach((line, english) -> {
            Forms forms = Forms.of(line, english);
            Stream.of(line.split("\\|", -1))
                    .map(form -> form.codePointAt(0))
                    .distinct()
                    .forEach(first -> known.computeIfAbsent(first, any -> new ArrayList<>())
                            .add(forms));
        });
        return known;
    }

    private Acronyms() {}

    /** The English keys of all short forms in a text. */
    static List<String> keys(Text text) {
        List<String> keys = new ArrayList<>();
        for (Word word : text.words()) {
            for (Forms forms : KNOWN.getOrDefault(word.text().codePointAt(0), List.of())) {
                Matcher form = forms.pattern()
                        .matcher(text.written())
                        .region(word.start(), text.written().length());
                if (form.lookingAt()) {
                    keys.addAll(forms.english());
                }
            }
        }
        return keys;
    }
}
