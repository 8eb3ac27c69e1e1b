package org.polywire.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;
import org.polywire.model.EditDistance;

/**
 * Where a name of the translation may come from: a word of the article's original that is written or sounds like it, in whatever letters, small, or
 * within a longer one, or that has its English word.
 */
record NameOrigin(Languages languages, Alignment alignment, Setting setting) {
    private static final int SHORTEST = 4;

    /**
     * Consonants from which a name is known again anywhere in the article where vowels are not written: of names with four 50 % are heard in their own article and
     * 7 % in another; with three 68 % and 25 % (NTREX-128, lines 1–1000 without every fourth document; Arabic, Hebrew and Persian).
     */
    private static final int CONSONANTS = 4;

    /** Consonants from which it is known again in its sentence: fewer stand in any word ({@code Ohio}). */
    private static final int LEAST_CONSONANTS = 2;

    /** The part of the letters in which a name and a word without a capital agree at least. */
    private static final double NEARLY = 0.7;

    /** Languages that write names within longer words. */
    private static final Set<String> JOINS = Set.of("de", "nl", "da", "nb", "nn", "sv");

    /**
     * Whether a name of the translation would be found if the original had it. Chinese, Japanese and Korean show neither by capitals nor
     * letter by letter what a name is in Latin letters, so that the lexicon must know it as a name in both languages.
     */
    boolean mayBeFound(Stem stem) {
        Lexicon.Entry entry = languages.target().ofName(stem);
        return !languages.namesAreHidden()
                || (entry != null
                        && Nameness.isMostlyName(entry)
                        && entry.english().stream().anyMatch(languages.source()::hasEnglish));
    }

    /** Whether a name of the translation comes from the article's original. */
    boolean isKnown(Stem stem) {
        String lower = stem.lower();
        if (setting.texts().contains(lower) || setting.small().contains(lower)) {
            return true;
        }
        String form = alignment.targetForms().get(stem.index());
        return languages.target().meets(stem, alignment.source(), languages.source())
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
                        || (Unvowelled.consonants(latin) >= CONSONANTS
                                && setting.texts().stream().anyMatch(word -> Unvowelled.mayBe(word, latin))));
    }

    /** Whether a word of the original, or it with the one after it ({@code ג'ונס}, {@code مک گرگور}), may be read as a name. */
    private boolean mayBe(Stem word, Stem name, String latin) {
        if (!mayBeName(word, name)) {
            return false;
        }
        int next = word.index() + 1;
        return Unvowelled.mayBe(word.text(), latin)
                || (next < alignment.source().size()
                        && word.isBeside(alignment.source().get(next))
                        && mayBeName(alignment.source().get(next), name)
                        && Unvowelled.mayBe(
                                word.text() + alignment.source().get(next).text(), latin));
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
                            String other = alignment.sourceForms().get(stem.index());
                            return isNearly(form, other) || (mayHold(stem) && isInside(form, other));
                        })
                || isWrittenAsHeard(form);
    }

    /** Whether the original, in a script that has no capitals and writes what is heard, has a word that sounds like the name. */
    private boolean isWrittenAsHeard(String form) {
        return languages.from().equals("hi")
                && alignment.source().stream()
                        .filter(stem -> stem.text().length() >= SHORTEST)
                        .map(stem -> Sounding.devanagari(alignment.sourceForms().get(stem.index())))
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
                && Nameness.isMostlyName(entry)
                && entry.english().stream().anyMatch(setting.keys()::contains);
    }
}
