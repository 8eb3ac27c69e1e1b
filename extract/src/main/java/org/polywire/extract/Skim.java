package org.polywire.extract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.Bytes;

/**
 * A page's bytes without what nobody reads of it: scripts that are no data, styles, the shapes of icons, and attributes that no step asks
 * for. That is two thirds of an average page, and nearly half of the time that a parser takes.
 *
 * <p>It goes from tag to tag as a parser of HTML does (HTML Standard, section 13.2.5), without decoding: in UTF-8 all signs of markup are
 * ASCII. Where it is in doubt, as in a script that may hold another, it leaves the rest of the page as it is. It also counts tags, so that
 * a page with too many costs neither time nor memory.
 */
final class Skim {
    /** Their content is no markup (section 13.1.2). */
    private static final List<String> RAW = List.of("script", "style", "title", "textarea", "iframe");

    /** As those, but too rare to be read; the last one is never closed. */
    private static final List<String> RARE = List.of("xmp", "noembed", "noframes", "plaintext");

    private static final List<String> STYLE = List.of("style");
    private static final List<String> ICON = List.of("svg");
    private static final List<String> FORMULA = List.of("math");

    /** Where HTML begins again within {@link #ICON} and {@link #FORMULA} (section 13.2.6), except for {@code title}, which is {@link #RAW}. */
    private static final List<String> POINTS =
            List.of("foreignobject", "desc", "annotation-xml", "mi", "mo", "mn", "ms", "mtext");

    /** What icons are drawn with. Any other element may end the icon, or say something. */
    private static final List<String> SHAPES = List.of(
            "path",
            "g",
            "use",
            "circle",
            "rect",
            "polygon",
            "polyline",
            "line",
            "ellipse",
            "defs",
            "clippath",
            "lineargradient",
            "radialgradient",
            "stop",
            "mask",
            "symbol");

    /** All others are plain, unless in an icon. */
    private static final Names SPECIAL = new Names(
            Stream.of(RAW, RARE, ICON, FORMULA, POINTS).flatMap(List::stream).toList());

    private static final int NOWHERE = -1;

    /** Each byte a character: the Java machine looks through such texts many characters at a time. */
    private final String text;

    /** What is kept moves to the front, over what is left out. */
    private final byte[] bytes;

    private final int most;
    private int kept;
    /** What comes from here on is not moved yet. */
    private int next;

    private int tags;
    private boolean sure = true;
    /** How much was kept at the end of the tag of the icon that is being read; nowhere if none is, or it holds more than shapes. */
    private int icon = NOWHERE;
    /** How deep in {@link #ICON}s what comes next may be, where all content is markup. */
    private int icons;
    /** As {@link #icons}; an end tag of the one kind does not end the other. */
    private int formulas;
    /** Whether the last tag ends in a slash that is of no value; that of {@code <svg class=x/>} is of one. */
    private boolean closed;

    private Skim(Bytes page, int most) {
        text = page.text(StandardCharsets.ISO_8859_1);
        bytes = page.toArray();
        this.most = most;
    }

    /**
     * Skims a page.
     *
     * @param most how many tags are read; the page is cut off before the next one
     */
    static Skim of(Bytes page, int most) {
        Skim skim = new Skim(page, most);
        skim.read();
        return skim;
    }

    /** Whether the page has no more tags than are read. */
    boolean isWhole() {
        return tags <= most;
    }

    boolean hasTags() {
        return text.indexOf('<') >= 0;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, kept);
    }

    private void read() {
        int at = text.indexOf('<');
        while (at >= 0 && !(isLetter(at + 1) && ++tags > most)) {
            at = text.indexOf('<', sure ? after(at) : at + 1);
        }
        leaveOut(at < 0 ? text.length() : at, text.length());
    }

    /** Leaves out what stands between two places, and keeps all before. */
    private void leaveOut(int from, int to) {
        System.arraycopy(bytes, next, bytes, kept, from - next);
        kept += from - next;
        next = to;
    }

    /** Where the markup ends that begins at a sign that may begin a tag. */
    private int after(int at) {
        if (isLetter(at + 1)) {
            return afterStart(at);
        }
        return switch (byteAt(at + 1)) {
            case '/' -> isLetter(at + 2) ? afterEnd(at) : afterBogus(at);
            case '!' -> afterDeclaration(at);
            case '?' -> afterBogus(at);
            default -> at + 1;
        };
    }

    /** From here on nothing is left out. */
    private int inDoubt(int at) {
        sure = false;
        return at + 1;
    }

    private int afterBogus(int at) {
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int afterDeclaration(int at) {
        if (text.startsWith("--", at + 2)) {
            return afterComment(at);
        }
        return text.startsWith("[CDATA[", at + 2) ? inDoubt(at) : afterBogus(at);
    }

    /** The shortest comments are {@code <!-->} and {@code <!--->}. */
    private int afterComment(int at) {
        int end = text.indexOf("--", at + 2);
        while (end >= 0) {
            if (byteAt(end + 2) == '>') {
                return end + 3;
            }
            if (end > at + 3 && text.startsWith("!>", end + 2)) {
                return end + 4;
            }
            end = text.indexOf("--", end + 1);
        }
        return text.length();
    }

    private int afterEnd(int at) {
        int end = endOfName(at + 2);
        if (isForeign()) {
            endForeign(at, end);
        }
        return afterTag(end, false);
    }

    private void endForeign(int at, int end) {
        icons -= icons > 0 && isOne(ICON, at + 2, end) ? 1 : 0;
        formulas -= formulas > 0 && isOne(FORMULA, at + 2, end) ? 1 : 0;
        if (icon != NOWHERE && isOne(ICON, at + 2, end)) {
            kept = icon;
            next = at;
        }
        icon = isOne(SHAPES, at + 2, end) ? icon : NOWHERE;
    }

    private int afterStart(int at) {
        int end = endOfName(at + 1);
        int after = afterTag(end, true);
        icon = icon != NOWHERE && isOne(SHAPES, at + 1, end) ? icon : NOWHERE;
        return SPECIAL.mayHold(text, at + 1, end) ? afterSpecial(at, end, after) : after;
    }

    private int afterSpecial(int at, int end, int after) {
        formulas += !closed && isOne(FORMULA, at + 1, end) ? 1 : 0;
        if (isOne(ICON, at + 1, end)) {
            leaveOut(after, after);
            icons += closed ? 0 : 1;
            icon = closed ? NOWHERE : kept;
            return after;
        }
        if (isOne(RAW, at + 1, end)) {
            // In foreign elements, what closes itself is closed; elsewhere it is not.
            return closed ? inDoubt(at) : afterRaw(at, end, after);
        }
        return isOne(RARE, at + 1, end) || isPoint(at, end, after) ? inDoubt(at) : after;
    }

    /** Where the end tag of an element begins whose content is no markup. */
    private int afterRaw(int at, int end, int after) {
        int close = closing(at + 1, end, after);
        if (close == NOWHERE || isMarkup(after, close)) {
            return inDoubt(at);
        }
        if (isUnread(at, end, after)) {
            leaveOut(after, close);
        }
        return close;
    }

    /** Whether HTML may begin again in an element, as the next tag is not its own end: there an end tag may not end what it names. */
    private boolean isPoint(int at, int end, int after) {
        int next = text.indexOf('<', after);
        return isOne(POINTS, at + 1, end) && !(next >= 0 && byteAt(next + 1) == '/' && closes(next + 2, at + 1, end));
    }

    private boolean isForeign() {
        return icons + formulas > 0;
    }

    private boolean isMarkup(int from, int to) {
        return isForeign() && text.indexOf('<', from, to) >= 0;
    }

    /**
     * Where the end tag begins; nowhere also if a script may begin within a comment before it, where the first end tag ends only the inner
     * one.
     */
    private int closing(int name, int end, int from) {
        boolean commented = false;
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            int sign = byteAt(at + 1);
            if (sign == '/' && closes(at + 2, name, end)) {
                return at;
            }
            if (commented && (sign | ' ') == 's') {
                return NOWHERE;
            }
            commented |= sign == '!' && text.startsWith("--", at + 2);
        }
        return NOWHERE;
    }

    private boolean closes(int at, int name, int end) {
        int after = at + end - name;
        return text.regionMatches(true, at, text, name, end - name)
                && (isBlank(after) || byteAt(after) == '/' || byteAt(after) == '>');
    }

    /** Whether nobody reads the content: of styles, and of scripts unless they are, or with an entity in their tag may be, JSON-LD. */
    private boolean isUnread(int at, int end, int after) {
        if (isOne(STYLE, at + 1, end)) {
            return true;
        }
        String tag = Texts.lower(text.substring(at, after));
        return tag.startsWith("<script") && !tag.contains("ld+json") && tag.indexOf('&') < 0;
    }

    /** Where a tag ends, from the end of its name on. */
    private int afterTag(int from, boolean opens) {
        int at = from;
        while (true) {
            int name = at;
            while (isBlank(name) || byteAt(name) == '/') {
                name++;
            }
            if (name >= bytes.length || bytes[name] == '>') {
                closed = name > at && bytes[name - 1] == '/';
                return Math.min(name + 1, bytes.length);
            }
            int end = endOfAttribute(name);
            int after = afterValue(end);
            boolean apart = isBlank(after) || byteAt(after) == '>';
            if (opens && apart && !Markup.mayBeRead(text, name, end)) {
                leaveOut(at, after);
            }
            at = after;
        }
    }

    private int endOfName(int from) {
        int at = from;
        while (at < bytes.length && !isBlank(at) && bytes[at] != '/' && bytes[at] != '>') {
            at++;
        }
        return at;
    }

    private int endOfAttribute(int from) {
        int at = from + 1;
        while (at < bytes.length && bytes[at] != '=' && !isBlank(at) && bytes[at] != '/' && bytes[at] != '>') {
            at++;
        }
        return at;
    }

    private int afterValue(int end) {
        int at = afterBlanks(end);
        if (byteAt(at) != '=') {
            return end;
        }
        at = afterBlanks(at + 1);
        if (byteAt(at) == '"' || byteAt(at) == '\'') {
            int close = text.indexOf(bytes[at], at + 1);
            return close < 0 ? bytes.length : close + 1;
        }
        while (at < bytes.length && !isBlank(at) && bytes[at] != '>') {
            at++;
        }
        return at;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (isBlank(at)) {
            at++;
        }
        return at;
    }

    private boolean isOne(List<String> names, int from, int to) {
        for (String name : names) {
            if (name.length() == to - from && text.regionMatches(true, from, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isLetter(int at) {
        int letter = byteAt(at) | ' ';
        return letter >= 'a' && letter <= 'z';
    }

    private boolean isBlank(int at) {
        int sign = byteAt(at);
        return sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == '\f';
    }

    /** Not of what has been moved over. */
    private int byteAt(int at) {
        return at < bytes.length ? bytes[at] : 0;
    }
}
