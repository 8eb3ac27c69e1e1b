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
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** What is left where a strange name is a country's or a people's, which translators add freely ({@code Naples, Italy}). */
    private static final double OFTEN_TOLD = 0.5;

    /** From how sure on a word is likely a name; below are German nouns that nobody knows and capitals of dignity ({@link Nameness}). */
    private static final double LIKELY = 0.3;

    /** Names of a sentence that are compared with each other. */
    private static final int MOST = 60;

    static NameSigns of(Languages languages, Alignment alignment, Setting setting, Calendars calendars) {
        return new Reader(languages, alignment, setting, calendars).read();
    }

    /** Whether the translation may lack a name: it has some word with a capital less often than the original. */
    static boolean mayLack(TextPair texts) {
        Map<String, Integer> copies = copies(texts.target().stems());
        return texts.source().stems().stream()
                .filter(Stem::large)
                .anyMatch(stem -> copies.merge(withoutEnding(stem.text()), -1, Integer::sum) < 0);
    }

    /** How often each word with a capital stands in a text. */
    private static Map<String, Integer> copies(List<Stem> words) {
        Map<String, Integer> copies = new HashMap<>();
        words.stream().filter(Stem::large).forEach(stem -> copies.merge(withoutEnding(stem.text()), 1, Integer::sum));
        return copies;
    }

    private static String withoutEnding(String name) {
        boolean mayHaveOne = name.indexOf('\'') >= 0 || name.indexOf('’') >= 0;
        return mayHaveOne ? POSSESSIVE.matcher(name).replaceFirst("") : name;
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
            List<Form> targetForms = forms();
            Map<String, Integer> copies = copies(alignment.target());
            Nameness source = Nameness.ofSource(alignment, languages, calendars);
            Nameness target = Nameness.ofTarget(alignment, languages, calendars);
            NameOrigin origin = new NameOrigin(languages, alignment, setting);
            for (Stem stem : alignment.source()) {
                double sure = source.of(stem);
                if (sure > 0) {
                    boolean isGone = !isKept(stem, targetForms, copies);
                    gone[stem.index()] = isGone && sure > Nameness.BODY;
                    (isGone ? lost : kept).merge(stem.key(), sure, Math::max);
                }
            }
            for (Stem stem : alignment.target()) {
                double sure = target.of(stem);
                if (sure > 0 && origin.mayBeFound(stem) && !origin.isKnown(stem)) {
                    double strangeness = isPlaceOrPeople(stem) ? OFTEN_TOLD * sure : sure;
                    strange.merge(stem.key(), strangeness, Math::max);
                    came[stem.index()] = sure > Nameness.BODY;
                }
            }
            return new NameSigns(kept, lost, strange, slots(gone, came));
        }

        private boolean isPlaceOrPeople(Stem stem) {
            return Places.isOneOrItsPeople(stem.lower(), languages.to());
        }

        /** A word of the translation as it is compared. */
        private record Form(Stem stem, String form) {}

        private List<Form> forms() {
            return languages.cognates().possible()
                    ? alignment.target().stream()
                            .filter(stem ->
                                    stem.large() || !languages.namesSound()) // small words often sound like a name
                            .limit(Stems.MOST_WORDS)
                            .map(stem -> new Form(stem, alignment.targetForms().get(stem.index())))
                            .toList()
                    : List.of();
        }

        /** Whether a name of the original has a counterpart in the sentence; a copy stands for one name only. */
        private boolean isKept(Stem stem, List<Form> targetForms, Map<String, Integer> copies) {
            String name = withoutEnding(stem.text());
            Integer left = copies.computeIfPresent(name, (same, count) -> count - 1);
            if (left != null) {
                return left >= 0;
            }
            String form = alignment.sourceForms().get(stem.index());
            return isPartnered(stem)
                    || languages.source().meets(stem, mayStandFor(stem), languages.target())
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
                    && Nameness.isMostlyName(entry)
                    && Nameness.isMostlyName(counterpart)
                    && Collections.disjoint(entry.english(), counterpart.english())
                    && !NameForms.beginAlike(
                            alignment.sourceForms().get(name.index()),
                            alignment.targetForms().get(other.index()));
        }

        /**
         * The words of the translation that may stand for a name of the original: none that is a copy of another (names that
         * mostly stand together have each other for counterparts in the lexicon), and for what is mostly a name none that is
         * written small, but for those that are made from it ({@code American}, {@code amerikanisch}).
         */
        private List<Stem> mayStandFor(Stem name) {
            Lexicon.Entry entry = languages.source().get(name.key());
            boolean mostlyName = Nameness.isMostlyName(entry);
            return alignment.target().stream()
                    .filter(other -> !mostlyName || other.large() || !other.hasCapitals() || isMadeFrom(other, entry))
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
                    && entry.first().equals(name.first());
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

    /** How many names are gone. */
    double gone() {
        return sum(lost, strange);
    }

    /** How many names came. */
    double come() {
        return sum(strange, lost);
    }

    /** The names of one side; where the other has none, only the surest of those that hardly are names counts, as a German sentence may have many nouns. */
    private static double sum(Map<String, Double> names, Map<String, Double> others) {
        double sure = names.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(name -> name >= LIKELY || !others.isEmpty())
                .sum();
        double unsure = others.isEmpty()
                ? names.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(name -> name < LIKELY)
                        .max()
                        .orElse(0)
                : 0;
        return sure + unsure;
    }
}
