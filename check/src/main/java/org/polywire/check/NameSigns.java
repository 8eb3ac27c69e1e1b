package org.polywire.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;
import org.polywire.model.EditDistance;

/**
 * The names of a sentence: those of the original that the translation has or lacks, and strange ones in the translation that stand
 * nowhere in the {@link Setting}.
 *
 * @param kept keys of the original's names that have a counterpart, with how sure they are names, from 0 to 1
 * @param lost the same of names that are gone
 * @param strange the same of names that came
 * @param slots strange names that stand where one is gone: beside the counterpart of a word that stood beside it
 */
record NameSigns(Map<String, Double> kept, Map<String, Double> lost, Map<String, Double> strange, int slots) {
    private static final int SHORTEST = 4;

    /** Consonants from which a name is known again anywhere in the article where vowels are not written. */
    private static final int CONSONANTS = 4;

    /** Consonants from which it is known again in its sentence: fewer stand in any word ({@code Ohio}). */
    private static final int LEAST_CONSONANTS = 2;

    /** The part of the letters in which a name and a word without a capital agree at least. */
    private static final double NEARLY = 0.7;

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** Languages that write names within longer words. */
    private static final Set<String> JOINS = Set.of("de", "nl", "da", "nb", "nn", "sv");

    /** Parts of the names of places, which have another form in each language. */
    private static final Set<String> EXONYMS = Lists.sets("exonyms.txt").getOrDefault("all", Set.of());

    /** What is left of a name's weight where translations are free. */
    private static final double FREE = 0.25;

    /** What is left where a strange name is a country's or a people's, which translators add freely ({@code Naples, Italy}). */
    private static final double OFTEN_TOLD = 0.5;

    private static final Set<String> BODIES = Lists.sets("bodies.txt").getOrDefault("all", Set.of());

    /** How sure a word that is written with a capital for its dignity is a name. */
    private static final double BODY = 0.1;

    /** How sure a German word that is written with a capital as all nouns are is a name. */
    private static final double NOUN = 0.02;

    /** Letters beyond which a German word that nobody knows is rather a compound than a name. */
    private static final int LONGEST_GERMAN_NAME = 10;

    /** Words after which a noun is seldom a name. */
    private static final Set<String> DETERMINERS = Lists.sets("determiners.txt").getOrDefault("de", Set.of());

    /** Languages that put the common word of a name first. */
    private static final Set<String> ROMANCE = Set.of("es", "ca", "gl", "pt", "it", "fr");

    /** Names of a sentence that are compared with each other. */
    private static final int MOST = 60;

    static NameSigns of(Languages languages, Alignment alignment, Setting setting, Calendars calendars) {
        return new Reader(languages, alignment, setting, calendars).read();
    }

    static boolean hasCapitals(String word) {
        int letter = word.codePointAt(0);
        return Character.isLowerCase(letter) || Character.isUpperCase(letter);
    }

    /** A capital and small letters: short forms in capitals are translated freely. */
    private static boolean isTitle(String word) {
        return word.length() >= SHORTEST
                && Character.isUpperCase(word.charAt(0))
                && Character.isLowerCase(word.charAt(word.length() - 1))
                && Character.isLowerCase(word.charAt(1));
    }

    /** One sentence; used by one thread. */
    private static final class Reader {
        private final Languages languages;
        private final Alignment alignment;
        private final Setting setting;

        private final Calendars calendars;

        Reader(Languages languages, Alignment alignment, Setting setting, Calendars calendars) {
            this.calendars = calendars;
            this.languages = languages;
            this.alignment = alignment;
            this.setting = setting;
        }

        NameSigns read() {
            Map<String, Double> kept = new TreeMap<>();
            Map<String, Double> lost = new TreeMap<>();
            Map<String, Double> strange = new TreeMap<>();
            boolean[] gone = new boolean[alignment.source().size()];
            boolean[] came = new boolean[alignment.target().size()];
            List<Form> targetForms = forms(alignment.target());
            Map<String, Integer> copies = copies();
            boolean largeSource = isTitled(alignment.source());
            boolean largeTarget = isTitled(alignment.target());
            for (Stem stem : alignment.source()) {
                double sure = sureness(stem, alignment.source(), languages.source(), languages.from(), largeSource);
                if (sure > 0) {
                    boolean isGone = !isKept(stem, targetForms, copies);
                    gone[stem.index()] = isGone && sure > BODY;
                    (isGone ? lost : kept).merge(stem.key(), sure, Math::max);
                }
            }
            for (Stem stem : alignment.target()) {
                double sure = sureness(stem, alignment.target(), languages.target(), languages.to(), largeTarget);
                if (sure > 0 && mayBeFound(stem) && !isKnown(stem)) {
                    double strangeness = isPlaceOrPeople(stem) ? OFTEN_TOLD * sure : sure;
                    strange.merge(stem.key(), strangeness, Math::max);
                    came[stem.index()] = sure > BODY;
                }
            }
            return new NameSigns(kept, lost, strange, slots(gone, came));
        }

        /**
         * Whether a name of the translation would be found if the original had it. Chinese, Japanese and Korean show neither by capitals nor
         * letter by letter what a name is in Latin letters, so that the lexicon must know it as a name in both languages.
         */
        private boolean mayBeFound(Stem stem) {
            Lexicon.Entry entry = languages.target().ofName(stem);
            return !languages.namesAreHidden()
                    || (entry != null
                            && isMostlyName(entry)
                            && entry.english().stream().anyMatch(languages.source()::hasEnglish));
        }

        private boolean isPlaceOrPeople(Stem stem) {
            return Places.isOneOrItsPeople(stem.lower(), languages.to());
        }

        private double sureness(Stem stem, List<Stem> text, Lexicon lexicon, String language, boolean titled) {
            if (!isTitle(stem.text()) || calendars.names(stem.lower(), language)) {
                return 0;
            }
            boolean initial = stem.initial() && !isAfterShortForm(stem, text);
            double sure = language.equals("de") && !initial
                    ? germanNameness(stem, lexicon, text)
                    : nameness(stem, initial, lexicon, language);
            boolean free = titled || EXONYMS.contains(stem.lower()) || isOfInstitution(stem, text, lexicon, language);
            return free ? FREE * sure : sure;
        }

        /**
         * Whether a word that is not mostly a name stands in the name of an institution or a place, which languages translate: before its common
         * word in Germanic languages ({@code Magistrates' Court}), after it in Romance ones ({@code Montañas Rocosas}).
         */
        private boolean isOfInstitution(Stem stem, List<Stem> text, Lexicon lexicon, String language) {
            int at = stem.index() + (ROMANCE.contains(language) ? -1 : 1);
            return at >= 0
                    && at < text.size()
                    && text.get(at).large()
                    && areBeside(text.get(Math.min(at, stem.index())), text.get(Math.max(at, stem.index())))
                    && BODIES.contains(text.get(at).key())
                    && !isMostlyName(lexicon.ofName(stem));
        }

        /** Whether only a space, or a possessive ending, is between two words. */
        private static boolean areBeside(Stem first, Stem second) {
            return second.start() - first.end() <= " ".length();
        }

        /** Every noun has a capital, so that the English word for it must tell: mostly a name, a common word, or none that is known. */
        private double germanNameness(Stem stem, Lexicon lexicon, List<Stem> text) {
            Lexicon.Entry entry = lexicon.ofName(stem);
            if (entry == null) {
                boolean noun = stem.text().length() > LONGEST_GERMAN_NAME
                        || stem.index() > 0
                                && DETERMINERS.contains(
                                        text.get(stem.index() - 1).lower());
                return noun ? NOUN : 0.25;
            }
            String english =
                    entry.english().isEmpty() ? stem.key() : entry.english().getFirst();
            return !BODIES.contains(stem.key())
                            && isMostlyName(languages.bridge().get(english))
                    ? 0.8
                    : NOUN;
        }

        /** Whether the stop before a word is that of a title ({@code Mr. Adams}), so that the place does not give it its capital. */
        private static boolean isAfterShortForm(Stem stem, List<Stem> text) {
            if (stem.index() == 0) {
                return false;
            }
            Stem before = text.get(stem.index() - 1);
            return before.large() && before.text().length() < SHORTEST && stem.start() == before.end() + ". ".length();
        }

        /** Whether a text writes nearly all words with a capital, as English headlines do. */
        private static boolean isTitled(List<Stem> words) {
            long longer =
                    words.stream().filter(word -> word.text().length() > 3).count();
            long large = words.stream()
                    .filter(word -> word.text().length() > 3 && word.large())
                    .count();
            return longer > 3 && large > 0.75 * longer;
        }

        /** A word of the translation as it is compared. */
        private record Form(Stem stem, String form) {}

        private List<Form> forms(List<Stem> stems) {
            return languages.cognates().possible()
                    ? stems.stream()
                            .filter(stem ->
                                    stem.large() || !languages.namesSound()) // small words often sound like a name
                            .limit(Stems.MOST_WORDS)
                            .map(stem -> new Form(stem, languages.cognates().form(stem.text())))
                            .toList()
                    : List.of();
        }

        /** How often each word with a capital stands in the translation. */
        private Map<String, Integer> copies() {
            Map<String, Integer> copies = new HashMap<>();
            alignment.target().stream()
                    .filter(Stem::large)
                    .forEach(stem -> copies.merge(withoutEnding(stem.text()), 1, Integer::sum));
            return copies;
        }

        private static String withoutEnding(String name) {
            return POSSESSIVE.matcher(name).replaceFirst("");
        }

        /** Whether a name of the original has a counterpart in the sentence; a copy stands for one name only. */
        private boolean isKept(Stem stem, List<Form> targetForms, Map<String, Integer> copies) {
            String name = withoutEnding(stem.text());
            Integer left = copies.computeIfPresent(name, (same, count) -> count - 1);
            if (left != null) {
                return left >= 0;
            }
            String form = languages.cognates().form(stem.text());
            return isPartnered(stem)
                    || meetsInEnglish(stem, languages.source(), mayStandFor(stem), languages.target())
                    || targetForms.stream()
                            .limit(MOST * 4L)
                            .anyMatch(other -> NameForms.areOne(form, other.form(), languages)
                                    && !areTwoNames(stem, other.stem()));
        }

        /** Whether two names that look alike are known to be two ({@code China}, {@code Chile}); one may be made from the other ({@code Italien, Italian}). */
        private boolean areTwoNames(Stem name, Stem other) {
            Lexicon.Entry entry = languages.source().get(name.key());
            Lexicon.Entry counterpart = languages.target().get(other.key());
            return entry != null
                    && counterpart != null
                    && isMostlyName(entry)
                    && isMostlyName(counterpart)
                    && Collections.disjoint(entry.english(), counterpart.english())
                    && !NameForms.beginAlike(
                            languages.cognates().form(name.text()),
                            languages.cognates().form(other.text()));
        }

        /**
         * The words of the translation that may stand for a name of the original: none that is a copy of another (names that
         * mostly stand together have each other for counterparts in the lexicon), and for what is mostly a name none that is
         * written small, but for those that are made from it ({@code American}, {@code amerikanisch}).
         */
        private List<Stem> mayStandFor(Stem name) {
            Lexicon.Entry entry = languages.source().get(name.key());
            boolean mostlyName = isMostlyName(entry);
            return alignment.target().stream()
                    .filter(other ->
                            !mostlyName || other.large() || !hasCapitals(other.text()) || isMadeFrom(other, entry))
                    .filter(other -> isFree(other, name))
                    .toList();
        }

        /** Whether a word of the translation is no copy of another word of the original than this. */
        private boolean isFree(Stem other, Stem name) {
            return other.text().equals(name.text()) || !isInSource(other.text());
        }

        private boolean isMadeFrom(Stem word, Lexicon.@Nullable Entry name) {
            Lexicon.Entry entry = languages.target().get(word.key());
            return entry != null
                    && name != null
                    && !entry.english().isEmpty()
                    && !name.english().isEmpty()
                    && entry.english().getFirst().equals(name.english().getFirst());
        }

        private boolean isInSource(String text) {
            return alignment.source().stream().anyMatch(stem -> stem.text().equals(text));
        }

        /** Whether it looks like a word with a capital. */
        private boolean isPartnered(Stem stem) {
            int partner = alignment.partners()[stem.index()];
            return partner >= 0
                    && !languages.namesSound()
                    && alignment.target().get(partner).large()
                    && isFree(alignment.target().get(partner), stem)
                    && !areTwoNames(stem, alignment.target().get(partner));
        }

        /** Whether a name of the translation comes from the article's original. */
        private boolean isKnown(Stem stem) {
            String lower = stem.lower();
            if (setting.texts().contains(lower) || setting.small().contains(lower)) {
                return true;
            }
            String form = languages.cognates().form(stem.text());
            return meetsInEnglish(stem, languages.target(), alignment.source(), languages.source())
                    || standsForAnotherName(languages.target().get(stem.key()))
                    || setting.forms().stream().anyMatch(other -> NameForms.areOne(form, other, languages))
                    || isWrittenSmall(form)
                    || isHeard(stem);
        }

        /**
         * Whether a word of the original, whose language leaves vowels out, may be read as the name: one that does not stand for another word, or
         * elsewhere in the article one with some consonants.
         */
        private boolean isHeard(Stem stem) {
            String latin = Stems.latin(stem.text());
            return Unvowelled.writes(languages.from())
                    && Unvowelled.consonants(latin) >= LEAST_CONSONANTS
                    && (alignment.source().stream().anyMatch(word -> mayBe(word, stem, latin))
                            || Unvowelled.consonants(latin) >= CONSONANTS
                                    && setting.texts().stream().anyMatch(word -> Unvowelled.mayBe(word, latin)));
        }

        /** Whether a word of the original, or it with the one after it ({@code ג'ונס}, {@code مک گرگور}), may be read as a name. */
        private boolean mayBe(Stem word, Stem name, String latin) {
            if (!mayBeName(word, name)) {
                return false;
            }
            int next = word.index() + 1;
            return Unvowelled.mayBe(word.text(), latin)
                    || next < alignment.source().size()
                            && areBeside(word, alignment.source().get(next))
                            && mayBeName(alignment.source().get(next), name)
                            && Unvowelled.mayBe(
                                    word.text() + alignment.source().get(next).text(), latin);
        }

        /** Whether a word of the original is unknown, or stands for no other word than the name. */
        private boolean mayBeName(Stem word, Stem name) {
            int partner = alignment.partners()[word.index()];
            return partner < 0 || partner == name.index() || languages.source().get(word.key()) == null;
        }

        /** Whether the original has the word without a capital, or within another: {@code épiscopale}, {@code Deutschtürken}. */
        private boolean isWrittenSmall(String form) {
            return alignment.source().stream()
                            .filter(stem -> stem.text().length() >= SHORTEST)
                            .anyMatch(stem -> {
                                String other = languages.cognates().form(stem.text());
                                return isNearly(form, other) || (mayHold(stem) && isInside(form, other));
                            })
                    || isWrittenAsHeard(form);
        }

        /** Whether the original, in a script that has no capitals and writes what is heard, has a word that sounds like the name. */
        private boolean isWrittenAsHeard(String form) {
            return languages.from().equals("hi")
                    && alignment.source().stream()
                            .filter(stem -> stem.text().length() >= SHORTEST)
                            .map(stem ->
                                    Sounding.devanagari(languages.cognates().form(stem.text())))
                            .anyMatch(heard -> Sounding.alike(form, heard));
        }

        /** Whether a word may hold another within it: a compound, or one that no name is. */
        private boolean mayHold(Stem stem) {
            return JOINS.contains(languages.from()) || !stem.large();
        }

        private boolean isInside(String form, String other) {
            int least = JOINS.contains(languages.from()) ? SHORTEST : Stems.LETTERS;
            return form.length() >= least && other.contains(form.substring(0, Math.max(least, form.length() - 2)));
        }

        private boolean isNearly(String form, String other) {
            int longer = Math.max(form.length(), other.length());
            return Math.min(form.length(), other.length()) >= SHORTEST
                    && 1 - (double) EditDistance.of(form, other) / longer >= NEARLY;
        }

        private boolean standsForAnotherName(Lexicon.@Nullable Entry entry) {
            return entry != null
                    && isMostlyName(entry)
                    && entry.english().stream().anyMatch(setting.keys()::contains);
        }

        private boolean meetsInEnglish(Stem stem, Lexicon lexicon, List<Stem> others, Lexicon otherLexicon) {
            Lexicon.Entry entry = lexicon.get(stem.key());
            if (entry == null) {
                return false;
            }
            return others.stream().anyMatch(other -> {
                Lexicon.Entry counterpart = otherLexicon.get(other.key());
                return counterpart != null && entry.english().stream().anyMatch(counterpart.english()::contains);
            });
        }

        /** How many strange names stand beside the counterpart of a word that stands beside a name that is gone. */
        private int slots(boolean[] gone, boolean[] came) {
            int slots = 0;
            for (int j = 0; j < came.length; j++) {
                if (came[j] && (isSlot(gone, j, -1) || isSlot(gone, j, 1))) {
                    slots++;
                }
            }
            return slots;
        }

        private boolean isSlot(boolean[] gone, int at, int side) {
            int beside = at + side;
            if (beside < 0 || beside >= alignment.target().size()) {
                return false;
            }
            int partner = alignment.targetPartners()[beside];
            int there = partner - side;
            return partner >= 0 && there >= 0 && there < gone.length && gone[there];
        }
    }

    /** How sure a word that its place gives a capital is a name, if other words that begin like it mostly are ({@code Estamos}, {@code Estambul}). */
    private static final double INITIAL = 0.3;

    /** The places of a name explain some of its capitals, so that half of them left unexplained make a word one. */
    static boolean isMostlyName(Lexicon.@Nullable Entry entry) {
        return entry != null && entry.capital() >= 0.45;
    }

    /** How sure a capitalised word is a name, from 0 to 1. */
    private static double nameness(Stem stem, boolean initial, Lexicon lexicon, String language) {
        Lexicon.Entry entry = lexicon.ofName(stem);
        if (BODIES.contains(stem.key())) {
            return BODY;
        }
        if (entry != null
                && !entry.english().isEmpty()
                && BODIES.contains(entry.english().getFirst())) {
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

    /** Whether a word is the beginning of one that is written with a capital for its dignity ({@code Parliament}, {@code Policía}). */
    static boolean isBody(String key) {
        return BODIES.contains(key);
    }

    /** The same without names that other sentences exchange in the same way: a translation's habit, no fault. */
    NameSigns beside(List<NameSigns> others) {
        if (lost.isEmpty() || strange.isEmpty()) {
            return this;
        }
        Map<String, Double> lostHere = new TreeMap<>(lost);
        Map<String, Double> strangeHere = new TreeMap<>(strange);
        for (NameSigns other : others) {
            if (other != this && !other.lost.isEmpty() && !other.strange.isEmpty()) {
                Set<String> lostThere = common(lost, other.lost);
                Set<String> strangeThere = common(strange, other.strange);
                if (!lostThere.isEmpty() && !strangeThere.isEmpty()) {
                    lostHere.keySet().removeAll(lostThere);
                    strangeHere.keySet().removeAll(strangeThere);
                }
            }
        }
        return new NameSigns(
                kept,
                lostHere,
                strangeHere,
                strangeHere.size() < strange.size() ? Math.min(slots, strangeHere.size()) : slots);
    }

    private static Set<String> common(Map<String, Double> one, Map<String, Double> other) {
        Set<String> common = new HashSet<>(one.keySet());
        common.retainAll(other.keySet());
        return common;
    }

    static double sum(Map<String, Double> names) {
        return names.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
