package org.polywire.check;

import java.util.List;
import java.util.Set;
import org.polywire.model.EditDistance;

/** Words that look alike in two languages: the same root, a loanword, a name written in another script. */
final class Cognates {
    /** The share of letters in which two words agree that makes them cognates. */
    private static final double ALIKE = 0.6;

    /** Letters from which a likeness means something. */
    private static final int LEAST = 4;

    private static final int LEAST_CONSONANTS = 3;
    private static final Set<String> WITHOUT_VOWELS = Set.of("ar", "he", "fa");
    private static final Set<String> WITHOUT_LETTERS = Set.of("zh");

    private final boolean possible;
    private final boolean consonants;

    private Cognates(boolean possible, boolean consonants) {
        this.possible = possible;
        this.consonants = consonants;
    }

    static Cognates between(String from, String to) {
        return new Cognates(
                !WITHOUT_LETTERS.contains(from) && !WITHOUT_LETTERS.contains(to),
                WITHOUT_VOWELS.contains(from) || WITHOUT_VOWELS.contains(to));
    }

    boolean possible() {
        return possible;
    }

    /** A word as it is compared: Latin letters, in writing systems without vowels the consonants alone. */
    String form(String word) {
        if (!possible) {
            return "";
        }
        String latin = Stems.latin(word);
        return consonants ? consonants(latin) : latin;
    }

    private static String consonants(String latin) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            switch (c) {
                case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'h', '\'', '`' -> {}
                case 'p' -> kept.append('b');
                case 'v' -> kept.append('f');
                case 'c', 'q', 'x' -> kept.append('k');
                case 'z' -> kept.append('s');
                case 'g', 'j' -> kept.append('g');
                default -> {
                    if (c >= 'a' && c <= 'z' && (kept.isEmpty() || kept.charAt(kept.length() - 1) != c)) {
                        kept.append(c);
                    }
                }
            }
        }
        return kept.toString();
    }

    /** The index of a form that looks like this one, or -1. */
    int find(String form, List<String> others) {
        int same = form.isEmpty() ? -1 : others.indexOf(form);
        if (same >= 0 || form.length() < (consonants ? LEAST_CONSONANTS : LEAST)) {
            return same;
        }
        for (int i = 0; i < others.size(); i++) {
            if (alike(form, others.get(i))) {
                return i;
            }
        }
        return -1;
    }

    boolean alike(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter < (consonants ? LEAST_CONSONANTS : LEAST) || shorter < ALIKE * longer) {
            return false;
        }
        if (one.charAt(0) != other.charAt(0) && one.charAt(1) != other.charAt(1)) {
            return false;
        }
        double least = consonants ? 0.75 : ALIKE;
        return 1 - (double) EditDistance.of(one, other) / longer >= least;
    }
}
