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

    static Optional<String> change(Line line, RandomGenerator random) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(line.to()));
        return exchanged(line.target(), symbols.getWeekdays(), 1, random)
                .or(() -> exchanged(line.target(), symbols.getMonths(), 0, random));
    }

    private static Optional<String> exchanged(String text, String[] names, int first, RandomGenerator random) {
        for (int i = first; i < names.length; i++) {
            Matcher found = Pattern.compile(
                            "(?<!\\p{L})" + Pattern.quote(names[i]) + "(?!\\p{L})",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            if (names[i].length() > 3 && found.find()) {
                String other = names[
                        first + (i - first + 1 + random.nextInt(names.length - first - 1)) % (names.length - first)];
                return Optional.of(text.substring(0, found.start()) + other + text.substring(found.end()));
            }
        }
        return Optional.empty();
    }
}
