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
    private static final int LONGEST = 1000;

    private PlainText() {}

    /** Of text that may be HTML. */
    static String ofHtml(String text) {
        return unescaped(
                MARKUP.matcher(text).find() ? Jsoup.parseBodyFragment(text).text() : withoutReferences(text));
    }

    /** Of text that says it is none, though it may still be escaped once too often. */
    static String unescaped(String text) {
        String line = BLANK.matcher(withoutReferences(text)).replaceAll(" ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST)));
    }

    private static String withoutReferences(String text) {
        return REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }
}
