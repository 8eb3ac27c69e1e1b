package org.polywire.extract;

import java.util.List;

/** Counts the tags of a page before a tree is built of it, so that one with too many costs neither time nor memory. */
final class Tags {
    /** What stands between these is no markup (HTML Standard, section 13.1.2, raw text elements); both begin with an s. */
    private static final List<String> RAW = List.of("script", "style");

    private Tags() {}

    /** Where the tag after so many begins; the length of the page if it has no more. */
    static int end(String html, int most) {
        int count = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', next(html, at))) {
            if (opens(html, at) && count++ == most) {
                return at;
            }
        }
        return html.length();
    }

    private static boolean opens(String html, int at) {
        return at + 1 < html.length() && (html.charAt(at + 1) | ' ') >= 'a' && (html.charAt(at + 1) | ' ') <= 'z';
    }

    /** Where to look on after a sign that may begin a tag: after the end of a script, else after the sign. */
    private static int next(String html, int at) {
        if (at + 1 >= html.length() || (html.charAt(at + 1) | ' ') != 's') {
            return at + 1;
        }
        for (String raw : RAW) {
            if (html.regionMatches(true, at + 1, raw, 0, raw.length())) {
                return endOf(raw, html, at + 1);
            }
        }
        return at + 1;
    }

    private static int endOf(String raw, String html, int from) {
        int end = html.indexOf("</", from);
        while (end >= 0 && !html.regionMatches(true, end + 2, raw, 0, raw.length())) {
            end = html.indexOf("</", end + 2);
        }
        return end < 0 ? html.length() : end + 2;
    }
}
