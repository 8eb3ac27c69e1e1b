package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names in texts of one article, each text with its translation: which it keeps, which are gone and which came.
 *
 * @param setting what the whole article says of names
 */
record ArticleNames(Languages languages, Setting setting, Calendars calendars) {
    /**
     * From how sure a word is a name that alone holds a translation: more than a common word with a capital (.4), and no more than a country
     * or a people, which weigh half ({@link NameSigns}).
     */
    private static final double SURE = 0.45;

    /** The same in German, where every noun has a capital and only what the lexicon lacks may be a name. */
    private static final double SURE_IN_GERMAN = 0.2;

    /** The names of a text for itself: one that stands elsewhere in the article's original came, too. */
    NameSigns alone(TextPair texts) {
        return signs(texts, setting.alone(languages, texts));
    }

    /** The names that came into a text from elsewhere in the article's original, with how sure they are names. */
    Map<String, Double> fromElsewhere(TextPair texts) {
        Map<String, Double> came = new TreeMap<>(alone(texts).strange());
        came.keySet().removeAll(signs(texts, setting).strange().keySet());
        return came;
    }

    private NameSigns signs(TextPair texts, Setting among) {
        Alignment alignment = Alignment.of(languages, texts);
        return NameSigns.of(languages, alignment, among, calendars);
    }

    /** Those keys that surely are names in the original's language. */
    Set<String> sureOfSource(Map<String, Double> names) {
        return sure(names, languages.from());
    }

    /** Those keys that surely are names in the translation's language. */
    Set<String> sureOfTarget(Map<String, Double> names) {
        return sure(names, languages.to());
    }

    private static Set<String> sure(Map<String, Double> names, String language) {
        double least = language.equals("de") ? SURE_IN_GERMAN : SURE;
        return names.entrySet().stream()
                .filter(name -> name.getValue() >= least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Names that went and names that came, as they are written. */
    String evidence(TextPair texts, Set<String> gone, Set<String> came) {
        return written(texts.source(), gone::contains) + " → " + written(texts.target(), came::contains);
    }

    private static String written(Text text, Predicate<String> keys) {
        return text.stems().stream()
                .filter(word -> word.large() && keys.test(word.key()))
                .map(Stems.Stem::text)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The words of a text whose keys are among some and that are names: surely, or as the article's translation copies them. */
    List<String> written(Text text, Map<String, Double> names, CopiedNames copied) {
        Set<String> sure = sure(names, text.language());
        Predicate<String> isCopied = languages.to().equals("de") ? any -> false : copied::isName;
        return text.stems().stream()
                .filter(word -> word.large()
                        && (sure.contains(word.key()) || (names.containsKey(word.key()) && isCopied.test(word.text()))))
                .map(Stems.Stem::text)
                .distinct()
                .toList();
    }
}
