package org.polywire.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** A telephone number, however it is grouped, has the same digits in the translation; the code of the country may be added or left out. */
final class Phones implements UnitCheck {
    /** Begins with a plus or a zero, so that no amount, year or result is taken for one. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d.,])(?:\\+\\d|\\(?0\\d)(?:[ \\u00A0\\u202F().\\-–/]{0,3}\\d){7,13}(?![\\d.,]\\d)");

    /** Digits of the shortest that is found. */
    private static final int LEAST = 8;

    private static final Pattern GROUPING = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F().\\-–/]{1,3}(?=\\d)");
    private static final Pattern NOT_DIGIT = Pattern.compile("\\D+");

    /** Digits at the end that a number keeps whatever code stands before it. */
    private static final int OWN = 7;

    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<String> source = hasDigits(unit.source()) ? read(unit.source()) : List.of();
        if (source.isEmpty()) {
            return Stream.empty();
        }
        String target = GROUPING.matcher(unit.target()).replaceAll("");
        return source.stream()
                .filter(phone -> !target.contains(own(phone)))
                .map(phone -> unit.hold(FindingCode.PHONE_CHANGED, phone + " → –"));
    }

    /** Whether a text has as many digits as the shortest number. */
    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < LEAST; i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits == LEAST;
    }

    private static List<String> read(String text) {
        return PHONE.matcher(text)
                .results()
                .map(found -> NOT_DIGIT.matcher(found.group()).replaceAll(""))
                .toList();
    }

    private static String own(String phone) {
        return phone.substring(Math.max(0, phone.length() - OWN));
    }
}
