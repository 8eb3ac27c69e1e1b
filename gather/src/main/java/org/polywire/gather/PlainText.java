package org.polywire.gather;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Titles as feeds write them, with markup and escapes on one or two levels, made into plain text on one line. */
final class PlainText {
    /** Elements that occur in headlines; anything else in angle brackets is the text itself. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(?:a|abbr|b|bdi|bdo|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|script|small|span"
                    + "|strike|strong|style|sub|sup|tt|u|wbr)(?:\\s[^>]*)?/?>");

    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\\w*);");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\u00A0\\u2028\\u2029]+");
    /** In UTF-16 units. */
    private static final int LONGEST = 1000;

    /** Patterns here may look at each character as often as there are characters. */
    private static final int LONGEST_ESCAPED = 10_000;

    private PlainText() {}

    /** Of text that may be HTML. */
    static String ofHtml(String text) {
        String start = start(text, LONGEST_ESCAPED);
        return unescaped(
                MARKUP.matcher(start).find() ? Jsoup.parseBodyFragment(start).text() : withoutReferences(start));
    }

    /** Of text that is HTML, whatever its elements. */
    static String ofMarkup(String text) {
        String start = start(text, LONGEST_ESCAPED);
        return unescaped(
                start.indexOf('<') < 0
                        ? withoutReferences(start)
                        : Jsoup.parseBodyFragment(start).text());
    }

    /** Of text that says it is none, though it may still be escaped once too often. */
    static String unescaped(String text) {
        String plain = withoutReferences(start(text, LONGEST_ESCAPED));
        return start(BLANK.matcher(plain).replaceAll(" ").strip(), LONGEST);
    }

    private static String withoutReferences(String text) {
        return REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }

    /** The first characters of a text, without half of a pair at the end. */
    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
