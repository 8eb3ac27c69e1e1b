package org.polywire.check;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences in which a fault does harm: accusations, deaths, health, minors. Their words stand in a file, per language. */
final class Sensitive {
    private final Map<String, Pattern> words;

    private Sensitive(Map<String, Pattern> words) {
        this.words = words;
    }

    static Sensitive load() {
        return new Sensitive(Lists.words("sensitive.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Pattern.compile(
                                "(?<!\\p{L})(?:" + String.join("|", entry.getValue()) + ")",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))));
    }

    /** Whether a text in a language makes such a claim; false where the language's words are not known. */
    boolean isIn(String text, String language) {
        Pattern pattern = words.get(language);
        return pattern != null && pattern.matcher(text).find();
    }
}
