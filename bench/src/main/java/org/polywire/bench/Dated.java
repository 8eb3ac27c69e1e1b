package org.polywire.bench;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.bench.Mutation.Line;

/** Puts another month or day of the week for one, by Unicode CLDR's names. */
final class Dated {
    private Dated() {}

    /** Only where the original names the same month or day: a translator may add one, or leave it out. */
    static Optional<String> change(Line line, RandomGenerator random) {
        DateFormatSymbols source = symbols(line.from());
        DateFormatSymbols target = symbols(line.to());
        return exchanged(line, source.getWeekdays(), target.getWeekdays(), 1, random)
                .or(() -> exchanged(line, source.getMonths(), target.getMonths(), 0, random));
    }

    private static DateFormatSymbols symbols(String language) {
        return DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
    }

    private static Optional<String> exchanged(
            Line line, String[] source, String[] names, int first, RandomGenerator random) {
        for (int i = first; i < names.length; i++) {
            Matcher found = word(names[i]).matcher(line.target());
            if (names[i].length() > 3
                    && found.find()
                    && word(source[i]).matcher(line.source()).find()) {
                String other = names[
                        first + (i - first + 1 + random.nextInt(names.length - first - 1)) % (names.length - first)];
                return Optional.of(line.target().substring(0, found.start())
                        + other
                        + line.target().substring(found.end()));
            }
        }
        return Optional.empty();
    }

    private static Pattern word(String name) {
        return Pattern.compile(
                "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
