package org.polywire.translate;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Sentences.Range;

/**
 * The names of territories, languages and currencies in two languages, as Unicode CLDR has them. A name counts only where a text has it to the
 * letter, since no rule of ours inflects, and only into languages whose names have no cases. Immutable; safe to share between threads.
 */
final class DisplayNames {
    /**
     * A name in a text.
     *
     * @param targets what may stand for it, best first; not empty
     * @param territory whether it names one; else a language or a currency
     */
    record Match(Range range, String source, List<String> targets, boolean territory) {
        String target() {
            return targets.getFirst();
        }

        /** Whether a translation has it, in other words than the source. */
        boolean isIn(String translation) {
            return !target().equals(source) && NameIndex.count(target(), translation) > 0;
        }
    }

    private record Name(String source, List<String> targets, boolean territory) {}

    private record Languages(LanguageTag from, LanguageTag to) {}

    /** Languages in which a name in the sentence has another ending than in the dictionary: what CLDR has would be wrong as often as right. */
    private static final Set<String> INFLECTING = Set.of(
            "be", "bs", "cs", "cu", "et", "eu", "fi", "ga", "gd", "el", "hr", "hsb", "hu", "hy", "is", "ka", "kk", "ky",
            "la", "lt", "lv", "mn", "mt", "pl", "ro", "ru", "rue", "se", "sk", "sl", "sq", "sr", "tg", "tr", "tt", "uk",
            "uz", "az");

    /** CLDR's Portuguese is Brazil's; engines that tell the two apart mean Portugal's by a plain {@code pt}. */
    private static final Map<String, String> PLAIN = Map.of("pt", "pt-PT");

    private static final Pattern BOTH = Pattern.compile("(.+) \\((.+)\\)");
    private static final Pattern USABLE = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]*(?: \\p{L}[\\p{L}\\p{M}’'-]*)*");
    private static final int LEAST_LETTERS = 4;

    /**
     * Territories whose names more often stand for something else: saints and what is called after them, forenames (<i>Mauricio</i>), a city
     * (<i>Granada</i>), a palace (<i>Palau</i>), a meeting (<i>Reunión</i>).
     */
    private static final Set<String> AMBIGUOUS =
            Set.of("BL", "GD", "GP", "KN", "LC", "MF", "MS", "MU", "PM", "PW", "RE", "SH", "VC");

    private static final Set<String> KNOWN =
            Stream.of(ULocale.getAvailableLocales()).map(ULocale::getLanguage).collect(Collectors.toSet());
    private static final Map<Languages, DisplayNames> ALL = new ConcurrentHashMap<>();

    /** By their first word, the longest first. */
    private final Map<String, List<Name>> names;

    /** The {@link #beginning} of each: most words of a text have another. */
    private final BitSet beginnings = new BitSet();

    private DisplayNames(Collection<Name> names) {
        names.forEach(name -> beginnings.set(beginning(name.source(), 0)));
        this.names = names.stream().collect(Collectors.groupingBy(name -> firstWord(name.source(), 0)));
        this.names
                .values()
                .forEach(all -> all.sort(
                        (one, other) -> other.source().length() - one.source().length()));
    }

    /** Those of two languages; none if CLDR has not both, or if names would have to be inflected. */
    static DisplayNames between(LanguageTag from, LanguageTag to) {
        return ALL.computeIfAbsent(new Languages(from, to), DisplayNames::load);
    }

    private static DisplayNames load(Languages languages) {
        boolean inflected = INFLECTING.contains(languages.to().language())
                && !INFLECTING.contains(languages.from().language());
        if (inflected
                || !KNOWN.contains(languages.from().language())
                || !KNOWN.contains(languages.to().language())) {
            return new DisplayNames(List.of());
        }
        Map<String, Name> found = new LinkedHashMap<>();
        Set<String> ambiguous = new HashSet<>();
        List<ULocale> sources = locales(languages.from());
        List<ULocale> targets = locales(languages.to());
        for (String region : Locale.getISOCountries()) {
            if (!AMBIGUOUS.contains(region)) {
                add(regions(region, sources), regions(region, targets), true, found, ambiguous);
            }
        }
        for (String language : Locale.getISOLanguages()) {
            add(languages(language, sources), languages(language, targets), false, found, ambiguous);
        }
        for (java.util.Currency currency : java.util.Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            add(currencies(code, sources), currencies(code, targets), false, found, ambiguous);
        }
        ambiguous.forEach(found::remove);
        return new DisplayNames(found.values());
    }

    /** Each source with the target of its number, or else the first; a name that stands for two things is none. */
    private static void add(
            List<String> sources,
            List<String> targets,
            boolean territory,
            Map<String, Name> found,
            Set<String> ambiguous) {
        for (int i = 0; i < sources.size() && !targets.isEmpty(); i++) {
            List<String> wanted = new ArrayList<>(targets);
            wanted.addFirst(wanted.remove(sources.size() == targets.size() ? i : 0));
            if (sources.get(i).length() < LEAST_LETTERS) {
                continue;
            }
            Name before = found.putIfAbsent(sources.get(i), new Name(sources.get(i), wanted, territory));
            if (before != null && !before.targets().equals(wanted)) {
                ambiguous.add(before.source());
            }
        }
    }

    private static List<ULocale> locales(LanguageTag language) {
        ULocale own = ULocale.forLanguageTag(language.value());
        String plain = PLAIN.get(language.value());
        return plain == null ? List.of(own) : List.of(ULocale.forLanguageTag(plain), own);
    }

    private static List<String> regions(String region, List<ULocale> locales) {
        return usable(locales.stream()
                .flatMap(locale -> Stream.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)
                        .map(length -> LocaleDisplayNames.getInstance(locale, length, DisplayContext.NO_SUBSTITUTE)))
                .map(names -> names.regionDisplayName(region)));
    }

    private static List<String> languages(String language, List<ULocale> locales) {
        return usable(locales.stream()
                .map(locale -> LocaleDisplayNames.getInstance(locale, DisplayContext.NO_SUBSTITUTE))
                .map(names -> names.languageDisplayName(language)));
    }

    private static List<String> currencies(String code, List<ULocale> locales) {
        return usable(locales.stream()
                .map(locale -> Currency.getInstance(code).getName(locale, Currency.LONG_NAME, new boolean[1])));
    }

    /** Both names of <i>Myanmar (Birmania)</i>; no abbreviations, and nothing that CLDR has to tell two apart, as in <i>Congo - Kinshasa</i>. */
    private static List<String> usable(Stream<String> names) {
        Set<String> usable = new LinkedHashSet<>();
        names.filter(Objects::nonNull).map(BOTH::matcher).forEach(both -> {
            if (both.matches()) {
                usable.add(both.group(1));
                usable.add(both.group(2));
            } else {
                usable.add(both.replaceAll("$0"));
            }
        });
        return usable.stream().filter(DisplayNames::isUsable).toList();
    }

    private static boolean isUsable(String name) {
        boolean shortened = name.codePoints().allMatch(Character::isUpperCase);
        return USABLE.matcher(name).matches() && !shortened;
    }

    /** A number for the first letters, as many as each name has. */
    private static int beginning(String text, int start) {
        int number = 0;
        for (int i = start; i < Math.min(start + LEAST_LETTERS, text.length()); i++) {
            number = number * 31 + text.charAt(i);
        }
        return number & 0xFFFF;
    }

    private static String firstWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Those in a text: whole, and not as a part of a longer name. */
    List<Match> in(String text) {
        List<Match> found = new ArrayList<>();
        for (int at = 0; at < text.length() && !names.isEmpty(); at++) {
            if ((at == 0 || !isInWord(text.charAt(at - 1)))
                    && Character.isLetter(text.charAt(at))
                    && beginnings.get(beginning(text, at))) {
                Optional<Match> match = match(text, at);
                match.ifPresent(found::add);
                at = match.map(one -> one.range().end() - 1).orElse(at);
            }
        }
        return found;
    }

    private static boolean isInWord(char character) {
        return Words.isBasicLetter(character) || Character.isLetterOrDigit(character);
    }

    private Optional<Match> match(String text, int at) {
        return names.getOrDefault(firstWord(text, at), List.of()).stream()
                .filter(name -> text.startsWith(name.source(), at))
                .filter(name -> standsAlone(text, at, at + name.source().length()))
                .findFirst()
                .map(name -> new Match(
                        new Range(at, at + name.source().length()), name.source(), name.targets(), name.territory()));
    }

    /** Whether it ends with its word, and no capital before or after makes a longer name of it: <i>Georgia Meloni</i>, <i>Nueva Guinea</i>. */
    private static boolean standsAlone(String text, int start, int end) {
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '-';
        boolean goesOn =
                end + 1 < text.length() && text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
        int before = start - 1;
        boolean spaced = before > 0 && text.charAt(before) == ' ';
        while (spaced && before > 0 && Character.isLetter(text.charAt(before - 1))) {
            before--;
        }
        boolean capital = spaced && before < start - 1 && Character.isUpperCase(text.charAt(before)) && before > 0;
        return ends && !goesOn && !capital && (start == 0 || text.charAt(start - 1) != '-');
    }

    /**
     * Those of a source that an engine did not know, or took for another word (<i>Catar</i>, to taste), each with what should stand for it.
     *
     * @param names those in the source
     * @param translation the target's words as one text
     */
    static Map<String, String> untranslated(List<Match> names, String source, List<Word> target, String translation) {
        Map<String, String> found = new HashMap<>();
        for (Match match : names) {
            boolean there = match.targets().stream().anyMatch(name -> NameIndex.count(name, translation) > 0);
            if (!there && (isUnknown(match, target) || isMistaken(match, source, target))) {
                found.put(match.source(), match.target());
            }
        }
        return found;
    }

    private static boolean isUnknown(Match match, List<Word> target) {
        return target.stream()
                .filter(word -> word.evidence() == Evidence.UNKNOWN)
                .anyMatch(word -> NameIndex.count(word.text(), match.source()) > 0);
    }

    /** Whether nothing is there that looks like the name of a territory; a capital at the start of a sentence makes no name. */
    private static boolean isMistaken(Match match, String source, List<Word> target) {
        int start = match.range().start();
        boolean inside =
                start > 1 && source.charAt(start - 1) == ' ' && Character.isLetterOrDigit(source.charAt(start - 2));
        return inside
                && match.territory()
                && match.source().indexOf(' ') < 0
                && Character.isUpperCase(source.charAt(start))
                && Stream.concat(match.targets().stream(), Stream.of(match.source()))
                        .allMatch(name -> target.stream().noneMatch(word -> WordMatching.alike(name, word.text())));
    }
}
