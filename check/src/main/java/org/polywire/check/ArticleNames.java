package org.polywire.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The names that came into a text from elsewhere in the article's original. */
    Set<String> fromElsewhere(TextPair texts) {
        Set<String> came = sureOfTarget(alone(texts).strange());
        came.removeAll(signs(texts, setting).strange().keySet());
        return came;
    }

    private NameSigns signs(TextPair texts, Setting among) {
        Alignment alignment = Alignment.of(languages, texts.source(), texts.target());
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
        return written(texts.source(), languages.from(), gone) + " → " + written(texts.target(), languages.to(), came);
    }

    private static String written(String text, String language, Set<String> keys) {
        Stream<Stems.Stem> words = Stems.of(text, language).stream();
        return words.filter(word -> word.large() && keys.contains(word.key()))
                .map(Stems.Stem::text)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
