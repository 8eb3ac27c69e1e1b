package org.polywire.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which languages are written in which script: a text in Han letters is not Estonian, however short. Immutable. */
final class Scripts {
    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

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

    /** The first of those that most letters are in. */
    private static UnicodeScript most(int[] counts) {
        UnicodeScript most = UnicodeScript.COMMON;
        for (UnicodeScript script : SCRIPTS) {
            most = counts[script.ordinal()] > counts[most.ordinal()] ? script : most;
        }
        return most;
    }

    /** The script of most letters; kana outweigh Han, as Chinese has none. */
    private static UnicodeScript main(String text) {
        int[] counts = new int[SCRIPTS.length];
        int letter;
        for (int at = 0; at < text.length(); at += Character.charCount(letter)) {
            letter = text.codePointAt(at);
            if (Character.isLetter(letter)) {
                UnicodeScript script = letter < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(letter);
                counts[script.ordinal()] += script == UnicodeScript.HIRAGANA ? 4 : 1;
            }
        }
        return most(counts);
    }
}
