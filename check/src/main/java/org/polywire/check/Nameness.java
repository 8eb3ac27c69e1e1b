package org.polywire.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;

/**
 * How sure the words of one text are names: by their capitals, their places and their neighbours, and by what the lexicon says of words that begin like
 * them.
 *
 * @param bridge the English lexicon
 * @param titled whether nearly all words have a capital, as in English headlines
 */
record Nameness(
        List<Stem> text, String language, Lexicon lexicon, Lexicon bridge, Calendars calendars, boolean titled) {
    /** How sure a word that is written with a capital for its dignity is a name. */
    static final double BODY = 0.1;

    private static final int SHORTEST = 4;

    /** Parts of the names of places, which have another form in each language. */
    private static final Set<String> EXONYMS = Lists.sets("exonyms.txt").getOrDefault("all", Set.of());

    private static final Set<String> BODIES = Lists.sets("bodies.txt").getOrDefault("all", Set.of());

    /** What is left of a name's weight where translations are free. */
    private static final double FREE = 0.25;

    /** How sure a word that its place gives a capital is a name, if other words that begin like it mostly are ({@code Estamos}, {@code Estambul}). */
    private static final double INITIAL = 0.3;

    /** How sure a German word that is written with a capital as all nouns are is a name. */
    private static final double NOUN = 0.02;

    /**
     * Letters beyond which a German word that nobody knows is rather a compound than a name: of those with a capital that their place does not explain
     * 11 of 102 stand in the English line, too; of shorter ones 293 of 414 (NTREX-128, lines 1–1000 without every fourth document).
     */
    private static final int LONGEST_GERMAN_NAME = 10;

    /** Words after which a noun is seldom a name. */
    private static final Set<String> DETERMINERS = Lists.sets("determiners.txt").getOrDefault("de", Set.of());

    /** Languages that put the common word of a name first. */
    private static final Set<String> ROMANCE = Set.of("es", "ca", "gl", "pt", "it", "fr");

    static Nameness ofSource(Alignment alignment, Languages languages, Calendars calendars) {
        List<Stem> text = alignment.source();
        return new Nameness(text, languages.from(), languages.source(), languages.bridge(), calendars, isTitled(text));
    }

    static Nameness ofTarget(Alignment alignment, Languages languages, Calendars calendars) {
        List<Stem> text = alignment.target();
        return new Nameness(text, languages.to(), languages.target(), languages.bridge(), calendars, isTitled(text));
    }

    private static boolean isTitled(List<Stem> words) {
        long longer = words.stream().filter(word -> word.text().length() > 3).count();
        long large = words.stream()
                .filter(word -> word.text().length() > 3 && word.large())
                .count();
        return longer > 3 && large > 0.75 * longer;
    }

    /** The places of a name explain some of its capitals, so that half of them left unexplained make a word one. */
    static boolean isMostlyName(Lexicon.@Nullable Entry entry) {
        return entry != null && entry.capital() >= 0.45;
    }

    /** Whether a word is the beginning of one that is written with a capital for its dignity ({@code Parliament}, {@code Policía}). */
    static boolean isBody(String key) {
        return BODIES.contains(key);
    }

    /** How sure a word of the text is a name, from 0 to 1. */
    double of(Stem stem) {
        if (!isTitle(stem.text()) || calendars.names(stem.lower(), language)) {
            return 0;
        }
        boolean initial = stem.initial() && !isAfterShortForm(stem);
        double sure = language.equals("de") && !initial ? inGerman(stem) : byCapital(stem, initial);
        boolean free = titled || EXONYMS.contains(stem.lower()) || isOfInstitution(stem);
        return free ? FREE * sure : sure;
    }

    /** A capital and small letters: short forms in capitals are translated freely. */
    private static boolean isTitle(String word) {
        return word.length() >= SHORTEST
                && Character.isUpperCase(word.charAt(0))
                && Character.isLowerCase(word.charAt(word.length() - 1))
                && Character.isLowerCase(word.charAt(1));
    }

    /** Whether the stop before a word is that of a title ({@code Mr. Adams}), so that the place does not give it its capital. */
    private boolean isAfterShortForm(Stem stem) {
        if (stem.index() == 0) {
            return false;
        }
        Stem before = text.get(stem.index() - 1);
        return before.large() && before.text().length() < SHORTEST && stem.start() == before.end() + ". ".length();
    }

    private double byCapital(Stem stem, boolean initial) {
        Lexicon.Entry entry = lexicon.ofName(stem);
        if (isBody(stem.key()) || (entry != null && isBody(entry.first()))) {
            return BODY;
        }
        if (initial) {
            return isMostlyName(entry) && !language.equals("de") ? INITIAL : 0;
        }
        if (isMostlyName(entry)) {
            return 1;
        }
        return entry == null ? 0.8 : 0.4;
    }

    /** Every noun has a capital, so that the English word for it must tell: mostly a name, a common word, or none that is known. */
    private double inGerman(Stem stem) {
        Lexicon.Entry entry = lexicon.ofName(stem);
        if (entry == null) {
            boolean noun = stem.text().length() > LONGEST_GERMAN_NAME || isAfterDeterminer(stem);
            return noun ? NOUN : 0.25;
        }
        String english = entry.english().isEmpty() ? stem.key() : entry.first();
        return !isBody(stem.key()) && isMostlyName(bridge.get(english)) ? 0.8 : NOUN;
    }

    private boolean isAfterDeterminer(Stem stem) {
        return stem.index() > 0
                && DETERMINERS.contains(text.get(stem.index() - 1).lower());
    }

    /**
     * Whether a word that is not mostly a name stands in the name of an institution or a place, which languages translate: before its common
     * word in Germanic languages ({@code Magistrates' Court}), after it in Romance ones ({@code Montañas Rocosas}).
     */
    private boolean isOfInstitution(Stem stem) {
        int at = stem.index() + (ROMANCE.contains(language) ? -1 : 1);
        return at >= 0
                && at < text.size()
                && text.get(at).large()
                && text.get(Math.min(at, stem.index())).isBeside(text.get(Math.max(at, stem.index())))
                && isBody(text.get(at).key())
                && !isMostlyName(lexicon.ofName(stem));
    }
}
