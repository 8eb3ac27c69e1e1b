package org.polywire.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which languages are written in which script: a text in Han letters is not Estonian, however short. Immutable. */
final class Scripts {
    private final Map<UnicodeScript, Set<String>> languages = new EnumMap<>(UnicodeScript.class);
    private final Set<String> notLatin = new HashSet<>();

    private Scripts() {}

    static Scripts load() {
        Scripts scripts = new Scripts();
        Lists.read("scripts.txt").forEach((script, tags) -> {
            scripts.languages.put(UnicodeScript.valueOf(script), Set.copyOf(tags));
            scripts.notLatin.addAll(tags);
        });
        scripts.notLatin.removeAll(scripts.languages.getOrDefault(UnicodeScript.LATIN, Set.of()));
        return scripts;
    }

    /** Which languages are written in the script of most letters of the text. */
    Predicate<String> fitting(String text) {
        UnicodeScript script = main(text);
        return language -> writes(language, script);
    }

    private boolean writes(String language, UnicodeScript script) {
        return script == UnicodeScript.LATIN
                ? !notLatin.contains(language)
                : languages.getOrDefault(script, Set.of()).contains(language);
    }

    /** The script of most letters; kana outweigh Han, as Chinese has none. */
    private static UnicodeScript main(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(letter -> {
            UnicodeScript script = UnicodeScript.of(letter);
            counts.merge(script, script == UnicodeScript.HIRAGANA ? 4 : 1, Integer::sum);
        });
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }
}
