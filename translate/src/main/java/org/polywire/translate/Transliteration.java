package org.polywire.translate;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Sentences.Range;

/**
 * Writes names that an engine left in the source's script in Latin letters, by the rules of Unicode CLDR: those of the United States Board on
 * Geographic Names for the language where CLDR has them (<i>Russian-Latin/BGN</i>), else those of the script. It is always the same letters for
 * the same letters, so a name is the same through an article.
 *
 * <p>Only into languages in Latin letters, and from scripts that have capitals, as a capital tells a name, and that write vowels: of
 * <i>محمد</i> rules make <i>mhmd</i>, which nobody could read. Names in other scripts stay, and the checks see them; and so does the first word of a
 * sentence, which may be any word that the engine left, unless the article has it as a name. Safe to share between threads.
 */
final class Transliteration {
    private static final Set<Integer> SCRIPTS = Set.of(UScript.CYRILLIC, UScript.GREEK, UScript.ARMENIAN);
    private static final String SIGNS = "ʹʺʼʻ’‘'·";
    private static final Set<String> RULES = Set.copyOf(Collections.list(Transliterator.getAvailableIDs()));
    private static final ConcurrentMap<String, Optional<Transliteration>> ALL = new ConcurrentHashMap<>();

    private final int script;
    private final Transliterator rules;

    private Transliteration(int script, Transliterator rules) {
        this.script = script;
        this.rules = rules;
    }

    /** Empty where names are not transliterated. */
    static Optional<Transliteration> between(LanguageTag from, LanguageTag to) {
        return scripts(to).equals(List.of(UScript.LATIN))
                ? ALL.computeIfAbsent(from.value(), language -> of(from))
                : Optional.empty();
    }

    private static Optional<Transliteration> of(LanguageTag from) {
        return scripts(from).stream().filter(SCRIPTS::contains).findFirst().map(script -> {
            String language = ULocale.forLanguageTag(from.language()).getDisplayLanguage(ULocale.ENGLISH);
            String own = language + "-Latin/BGN";
            String rules = RULES.contains(own) ? own : UScript.getName(script) + "-Latin";
            return new Transliteration(script, Transliterator.getInstance(rules));
        });
    }

    private static List<Integer> scripts(LanguageTag language) {
        int[] codes = UScript.getCode(ULocale.forLanguageTag(language.value()));
        List<Integer> scripts = new ArrayList<>();
        for (int code : codes == null ? new int[0] : codes) {
            scripts.add(code);
        }
        return scripts;
    }

    /**
     * The words with names in the target's letters.
     *
     * @param kept the numbers of words that must stay as they are, unless they are names
     * @param names of the article
     */
    List<Leaf<Mark>> in(String source, List<Leaf<Mark>> leaves, BitSet kept, Set<String> names) {
        Set<String> before = inside(source);
        List<Leaf<Mark>> written = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            String text = leaves.get(i).text();
            boolean name = isName(text) && (names.contains(text) || !kept.get(i) && before.contains(text));
            written.add(name ? leaves.get(i).withText(latin(text)) : leaves.get(i));
        }
        return written;
    }

    /** The names of a sentence that stand so in its translation, each as {@code source → target}. */
    List<String> in(String source, String target) {
        Set<String> after = words(Words.in(target), target);
        return words(Words.in(source), source).stream()
                .filter(this::isName)
                .filter(name -> after.contains(latin(name)))
                .map(name -> name + " → " + latin(name))
                .sorted()
                .toList();
    }

    /** The words after the first, which has its capital for its place. */
    private static Set<String> inside(String sentence) {
        List<Range> words = Words.in(sentence);
        return words(words.subList(Math.min(1, words.size()), words.size()), sentence);
    }

    private static Set<String> words(List<Range> words, String text) {
        return words.stream().map(range -> range.of(text)).collect(Collectors.toSet());
    }

    /** Whether it begins with a capital and all its letters are of the source's script. */
    private boolean isName(String word) {
        return !word.isEmpty()
                && Character.isUpperCase(word.codePointAt(0))
                && word.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(letter -> UScript.getScript(letter) == script);
    }

    /** Signs for what has no letter (the soft sign) are left out, as newspapers do. */
    private String latin(String name) {
        StringBuilder latin = new StringBuilder();
        rules.transliterate(name)
                .codePoints()
                .filter(character -> SIGNS.indexOf(character) < 0)
                .forEach(latin::appendCodePoint);
        return Normalizer2.getNFCInstance().normalize(latin);
    }
}
