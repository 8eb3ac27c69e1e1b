package org.polywire.check;

import java.util.regex.Pattern;

/** How a sentence ends: with a stop, a question mark or none, and how many sentences end within a text. */
final class Endings {
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<=\\p{L}{3}[\\p{Pe}\\p{Pf}\"]?[.!?؟।])[\\p{Pe}\\p{Pf}\"]*\\s+(?=\\P{Ll})|(?<=[。！？])(?=.)");

    private static final String STOPS_WITHIN = ".!?؟।。！？";

    private static final String EAST_ASIAN_STOPS = "。！？";

    private static final String STOPS = ".!?…。！？।؟۔";

    private static final String QUESTIONS = "?？؟;";

    /** What may stand behind the mark that ends a sentence. */
    private static final String CLOSERS = " \t\n\u000B\f\r\"”“»«’')]」』";

    private Endings() {}

    /** How many sentences end within a text. */
    static long within(String text) {
        return mayEndWithin(text) ? SENTENCE_END.matcher(text).results().count() : 0;
    }

    /** Whether a stop stands within a text that is none of a number or a short form: a letter or a digit follows these at once. */
    private static boolean mayEndWithin(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            if (STOPS_WITHIN.indexOf(text.charAt(i)) >= 0
                    && (EAST_ASIAN_STOPS.indexOf(text.charAt(i)) >= 0
                            || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the original ends with a stop and the translation with a letter or digit. */
    static boolean isStopLost(String source, String target, String to) {
        return STOPS.indexOf(last(source)) >= 0
                && Character.isLetterOrDigit(last(target))
                && !(to.equals("ja") && endsInQuotation(target));
    }

    /** Whether a text ends with a question mark. */
    static boolean asks(String text) {
        return QUESTIONS.indexOf(last(text)) >= 0;
    }

    /** Whether a text ends with a quotation as Japanese does, which writes no stop before the closing mark. */
    private static boolean endsInQuotation(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith("」") || stripped.endsWith("』");
    }

    private static int last(String text) {
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? ' ' : text.codePointBefore(end);
    }
}
